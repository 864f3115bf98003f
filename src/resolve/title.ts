import { mmToTwip, type Twip, twip } from '../base/lengths.js';
import type { AppendixTitle, Inline, Title } from '../document/ast.js';
import { romanNumeral } from '../vietnamese/roman.js';
import { balance } from './balanced.js';
import { buildParagraph, buildRule, type ResolveContext, rememberResolved, styleOf } from './context.js';
import { generated, resolveInlines } from './inlines.js';
import { dateRun, numberRuns } from './letterhead.js';
import { plainText, senderLetterhead } from './regime.js';
import type { ParagraphFormat, ResolvedInline, ResolvedParagraph, StyleName } from './resolved-document.js';

/** A centred text with balanced breaks, and the length of its longest line. */
function centred(
  context: ResolveContext,
  style: StyleName,
  runs: readonly ResolvedInline[],
  textWidth: Twip,
  differs: Partial<ParagraphFormat> = {},
): { readonly paragraph: ResolvedParagraph; readonly longest: Twip } {
  const widest = twip(textWidth * context.profile.title.widest);
  const lines = balance(runs, widest, context.fonts);
  const side = lines.count < 2 ? twip(0) : twip(lines.indentLeft + (textWidth - widest) / 2);
  const paragraph = buildParagraph(context, style, runs, { indentLeft: side, indentRight: side, ...differs });
  return { paragraph, longest: lines.longest };
}

const caps = (context: ResolveContext, style: StyleName, inlines: readonly Inline[]) =>
  resolveInlines(inlines, styleOf(context, style).run, {
    caps: context.profile.styles[style].caps === true,
    gluing: 'title',
  });

/**
 * Box 5a: type name, subject and the line under them (R38, R39). `room`: what stamps above need (R86). `isEntry`: it
 * opens an entry of the navigation pane, as the title of what is sent with a paper does. */
export function resolveTitle(
  context: ResolveContext,
  title: Title,
  textWidth: Twip,
  place: TitlePlace,
): readonly ResolvedParagraph[] {
  const make = () => makeTitle(context, title, textWidth, place);
  // A line that refers to the paper is of that paper.
  if (title.hasReferenceLine) return make();
  const { first, room, isEntry } = place;
  return rememberedTitle(context, title, `${textWidth} ${first} ${room} ${isEntry}`, make);
}

interface TitlePlace {
  readonly first: boolean;
  readonly room: Twip;
  readonly isEntry: boolean;
}

const rememberedTitle = rememberResolved<Title, readonly ResolvedParagraph[]>();

function makeTitle(
  context: ResolveContext,
  title: Title,
  textWidth: Twip,
  { first, room, isEntry }: TitlePlace,
): readonly ResolvedParagraph[] {
  const before = first ? twip(0) : twip(Math.max(styleOf(context, 'KindTitle').paragraph.before, room));
  const { paragraph, longest } = centred(
    context,
    'KindTitle',
    caps(context, 'KindTitle', title.kindTitle),
    textWidth,
    { before },
  );
  const kind = isEntry
    ? { ...paragraph, bookmark: { level: 0, text: plainText(title.kindTitle) } }
    : paragraph;
  if (title.hasReferenceLine) return [kind, ...referredSubject(context, title, textWidth)];
  if (title.subject.length === 0) {
    return title.ruled ? [kind, subjectRule(context, longest, textWidth)] : [kind];
  }
  const subject = centred(context, 'Subject', caps(context, 'Subject', title.subject), textWidth);
  const lines = [kind, subject.paragraph];
  return title.ruled ? [...lines, subjectRule(context, subject.longest, textWidth)] : lines;
}

/** What is sent with a paper and refers to it as an appendix does: subject, reference line, short line (R80, R82). */
function referredSubject(
  context: ResolveContext,
  title: Title,
  textWidth: Twip,
): readonly ResolvedParagraph[] {
  const subject =
    title.subject.length === 0
      ? []
      : [centred(context, 'Subject', caps(context, 'Subject', title.subject), textWidth).paragraph];
  return [
    ...subject,
    centred(context, 'ReferenceLine', referenceLine(context), textWidth).paragraph,
    buildRule(context, mmToTwip(context.profile.rules.referenceLine), textWidth),
  ];
}

const subjectRule = (context: ResolveContext, longest: Twip, textWidth: Twip): ResolvedParagraph =>
  buildRule(context, twip(longest * context.profile.rules.subject), textWidth);

/** R78, R79: "Phụ lục", with a roman number where there are two or more, in whichever files they are. */
export const appendixLabel = (context: ResolveContext, index: number, own: number): string => {
  const { before, count } = context.document.attachedTo?.appendices ?? { before: 0, count: own };
  const word = context.profile.words.appendix;
  return count < 2 ? word : `${word} ${romanNumeral(before + index + 1)}`;
};

/** R78 to R82: heading, title, reference line, short line. */
export function resolveAppendixTitle(
  context: ResolveContext,
  title: AppendixTitle,
  label: string,
  textWidth: Twip,
): readonly ResolvedParagraph[] {
  const heading = buildParagraph(context, 'AppendixLabel', [
    generated(label, styleOf(context, 'AppendixLabel').run, 'R79'),
  ]);
  const name =
    title.title.length === 0
      ? []
      : [centred(context, 'AppendixTitle', caps(context, 'AppendixTitle', title.title), textWidth).paragraph];
  const reference = referenceLine(context);
  return [
    {
      ...heading,
      bookmark: { level: 0, text: [label, plainText(title.title)].filter((t) => t !== '').join('. ') },
    },
    ...name,
    centred(context, 'ReferenceLine', reference, textWidth).paragraph,
    buildRule(context, mmToTwip(context.profile.rules.referenceLine), textWidth),
  ];
}

/** R80, R81: an electronic paper keeps the line and leaves number and date to be filled in. */
function referenceLine(context: ResolveContext): readonly ResolvedInline[] {
  const run = styleOf(context, 'ReferenceLine').run;
  const { attachedTo, kindName } = context.document;
  const letterhead = senderLetterhead(context.document);
  const electronic =
    attachedTo === undefined ? context.figures.electronic : attachedTo.medium === 'electronic';
  const reference = letterhead?.reference ?? { number: '', symbol: '' };
  const number = numberRuns(
    context,
    electronic ? { number: '', symbol: '' } : reference,
    run,
    'R80',
    'dotted',
  );
  const date = dateRun(context, electronic ? {} : (letterhead?.placeAndDate?.issuedOn ?? {}), run, 'dotted');
  const issuer = letterhead?.citedAs ?? plainText(letterhead?.issuingAgency ?? []);
  return [
    generated(`(Kèm theo ${attachedTo?.kindName ?? kindName} số `, run, 'R80'),
    ...number,
    generated(' ', run, 'R80'),
    ...date,
    generated(` của ${issuer})`, run, 'R80'),
  ];
}
