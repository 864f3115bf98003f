import { mmToTwip, ptToTwip, type Twip, twip } from '../base/lengths.js';
import type { Inline, Signature } from '../document/ast.js';
import { balance } from './balanced.js';
import { endWith } from './body.js';
import { buildParagraph, type ResolveContext, rememberResolved, rememberWords, styleOf } from './context.js';
import { generated, resolveInlines } from './inlines.js';
import type { ResolvedInline, ResolvedParagraph, ResolvedTable, StyleName } from './resolved-document.js';

/** Boxes 7, 9b and 12 as a layout table of one row that never splits (R60 to R66, R74 to R77, R88). */
export function resolveSignature(
  context: ResolveContext,
  signature: Signature,
  textWidth: Twip,
): ResolvedTable {
  const left = twip(textWidth * context.profile.signature.recipientsShare);
  const right = twip(textWidth - left);
  const before = ptToTwip(context.profile.signature.before);
  const signer = signerColumn(context, signature, right);
  // R66: "Nơi nhận:" stands level with the first line of the signature, though its letters are smaller.
  const pitch = signer[0]?.format.pitch ?? styleOf(context, 'RecipientsLabel').paragraph.pitch;
  const recipients = rememberedRecipients(
    context,
    signature.recipients,
    `${pitch} ${signature.drafterSign ?? '-'}`,
    () => raise(recipientsColumn(context, signature, pitch), before),
  );
  const columns = [recipients, raise(signer, before)];
  return {
    type: 'table',
    purpose: 'signature',
    grid: 'none',
    columns: [left, right],
    indent: twip(0),
    before: twip(0),
    cellMargins: { top: twip(0), bottom: twip(0), left: twip(0), right: twip(0) },
    rows: [
      {
        cells: columns.map((paragraphs) => ({ columnSpan: 1, verticalAlign: 'top' as const, paragraphs })),
        isHead: false,
        cantSplit: true,
        keepNext: false,
      },
    ],
  };
}

/** Whoever signs, a paper and those like it often go to the same recipients. */
const rememberedRecipients = rememberResolved<Signature['recipients'], readonly ResolvedParagraph[]>();

/** Space above the first paragraph of a column. */
const raise = (paragraphs: readonly ResolvedParagraph[], before: Twip): readonly ResolvedParagraph[] =>
  paragraphs.map((p, i) => (i === 0 ? { ...p, format: { ...p.format, before } } : p));

function recipientsColumn(
  context: ResolveContext,
  signature: Signature,
  pitch: Twip,
): readonly ResolvedParagraph[] {
  const label = styleOf(context, 'RecipientsLabel').run;
  const drafter = styleOf(context, 'DrafterSign').run;
  const last = signature.recipients.length - 1;
  return [
    buildParagraph(context, 'RecipientsLabel', [generated(context.profile.words.recipients, label, 'R74')], {
      pitch,
    }),
    ...signature.recipients.map((recipient, i) => recipientLine(context, recipient, i === last)),
    ...(signature.drafterSign === undefined
      ? []
      : [
          buildParagraph(context, 'DrafterSign', [generated(signature.drafterSign, drafter, 'R88')], {
            before: ptToTwip(context.profile.signature.drafterBefore),
          }),
        ]),
  ];
}

/** R75, R76: "- Sở Nội vụ;", the last one with a full stop. */
function recipientLine(
  context: ResolveContext,
  recipient: readonly Inline[],
  isLast: boolean,
): ResolvedParagraph {
  const run = styleOf(context, 'Recipient').run;
  const ended = endWith(
    resolveInlines(isLast ? withColon(withoutDash(recipient)) : withoutDash(recipient), run),
    isLast ? '.' : ';',
    run,
    isLast ? 'R76' : 'R75',
  );
  return buildParagraph(context, 'Recipient', [generated('- ', run, 'R75'), ...ended]);
}

/** A dash that the clerk typed already is not printed twice. */
function withoutDash(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inlines;
  if (first?.type !== 'text') return inlines;
  const typed = /^[-–+•]\s*/u.exec(first.text)?.[0].length ?? 0;
  if (typed === 0) return inlines;
  const origin =
    first.origin?.type === 'field' ? { ...first.origin, offset: first.origin.offset + typed } : first.origin;
  return [{ ...first, text: first.text.slice(typed), ...(origin === undefined ? {} : { origin }) }, ...rest];
}

/** R76: "Lưu VT" is printed as "Lưu: VT". */
function withColon(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inlines;
  const typed = first?.type === 'text' ? /^lưu(?= )/iu.exec(first.text)?.[0] : undefined;
  if (first?.type !== 'text' || typed === undefined) return inlines;
  const after = first.text.slice(typed.length);
  const origin =
    first.origin?.type === 'field'
      ? { ...first.origin, offset: first.origin.offset + typed.length }
      : first.origin;
  return [
    { ...first, text: typed },
    { type: 'text', text: ':', origin: { type: 'generated', rule: 'R76' } },
    { ...first, text: after, ...(origin === undefined ? {} : { origin }) },
    ...rest,
  ];
}

const rememberedLine = rememberWords<readonly ResolvedParagraph[]>();

function signerColumn(
  context: ResolveContext,
  signature: Signature,
  width: Twip,
): readonly ResolvedParagraph[] {
  const line = (style: StyleName, inlines: readonly Inline[]): readonly ResolvedParagraph[] => {
    if (inlines.length === 0) return [];
    return rememberedLine(context, inlines, `${style} ${width}`, () => {
      const runs: readonly ResolvedInline[] = resolveInlines(inlines, styleOf(context, style).run, {
        caps: true,
        gluing: 'title',
      });
      const { indentLeft, indentRight } = balance(runs, width, context.fonts);
      return [buildParagraph(context, style, runs, { indentLeft, indentRight })];
    });
  };
  const { signer } = signature;
  const space = mmToTwip(context.profile.signature.space);
  const above = [
    ...signer.capacity.flatMap((capacity) => line('SignatureCapacity', capacity)),
    ...line('SignaturePosition', signer.position),
  ];
  if (signer.fullName.length === 0) {
    return [...above, buildParagraph(context, 'SignatureSpace', [], { pitch: space, pitchRule: 'exact' })];
  }
  const name = resolveInlines(signer.fullName, styleOf(context, 'SignerName').run, { gluing: 'nothing' });
  return [...above, buildParagraph(context, 'SignerName', name, { before: space })];
}
