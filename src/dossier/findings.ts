import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from '../form/field.js';
import type { OpenForm } from '../form/read-form.js';
import { entryOf, placeOfNode, type Said } from '../form/said.js';
import type { DossierPaper } from './dossier.js';
import type { DossierNodes } from './paper-nodes.js';

/** What was found in one paper. */
export type FoundInPaper = readonly Diagnostic[];

interface Sources {
  readonly open: OpenForm;
  readonly nodes: DossierNodes;
  readonly list: FieldDefinition;
}

/**
 * What was found in the papers, in order of the papers: each finding of a paper's own text under the paper's name, each of
 * the shared facts once, and a fact for all papers that several lack once, with where it had best be written.
 */
export function joinFindings(sources: Sources, found: readonly FoundInPaper[]): readonly Diagnostic[] {
  const keyOf = ({ code, message, field }: Diagnostic): string => JSON.stringify([code, message, field]);
  const lacking = new Map<string, number[]>();
  found.forEach((own, index) => {
    for (const diagnostic of own)
      if (diagnostic.code === 'form/missing' && isShareable(sources.open, diagnostic))
        lacking.set(keyOf(diagnostic), [...(lacking.get(keyOf(diagnostic)) ?? []), index]);
  });
  const named = found.flatMap((own, index) =>
    own.flatMap((diagnostic) => {
      const papers = lacking.get(keyOf(diagnostic)) ?? [];
      if (papers.length < 2) return [nameOf(sources, diagnostic, index)];
      return papers[0] === index ? [lackOfMany(sources.list, diagnostic, papers)] : [];
    }),
  );
  return withoutTwins(named);
}

/** Each finding once: what the papers share, each of them has. */
export function withoutTwins(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const byKey = new Map<string, Diagnostic>();
  for (const diagnostic of found) {
    const key = JSON.stringify([diagnostic.code, diagnostic.message, diagnostic.place]);
    if (!byKey.has(key)) byKey.set(key, diagnostic);
  }
  return [...byKey.values()];
}

/** A field that the shared facts have too, for all papers: no part of a group, and not what they say of the main paper alone. */
const isShareable = ({ kind }: OpenForm, { field }: Diagnostic): boolean =>
  kind.fields.some(({ key, label }) => label === field && kind.papers?.mainOnly.includes(key) !== true);

function lackOfMany(list: FieldDefinition, diagnostic: Diagnostic, papers: readonly number[]): Diagnostic {
  const numbers = papers.map((index) => index + 1).join(', ');
  return {
    ...diagnostic,
    message: `${diagnostic.message} cho ${list.label.toLowerCase()} ở các mục ${numbers}`,
    hints: [
      `Ghi một lần ở phần chung, ngoài "${list.label}", để mọi văn bản cùng dùng`,
      ...(diagnostic.hints ?? []),
    ],
  };
}

/** A finding in what a paper says itself gets the paper's name; one in the shared facts is none of the paper's. */
function nameOf({ open, nodes, list }: Sources, diagnostic: Diagnostic, index: number): Diagnostic {
  const { place, field, message } = diagnostic;
  const node = nodes.papers[index]!.own;
  if (place !== undefined && !isWithin(place, open.file, node)) return diagnostic;
  return named(diagnostic, `${list.label} (mục ${index + 1})`, message, field);
}

/**
 * The finding under a paper's name. The main paper is judged with what is sent with it: what is found in another paper names
 * that one already, under whose name it is said, as where that paper is judged by itself.
 */
function named(
  diagnostic: Diagnostic,
  label: string,
  message = diagnostic.message,
  field = diagnostic.field,
): Diagnostic {
  const isNamed = field?.startsWith(label.replace(/\d+\)$/, '')) === true;
  const name = isNamed ? field.split(' > ', 1)[0] : label;
  return {
    ...diagnostic,
    message: `${name}: ${message}`,
    ...(field !== undefined && !isNamed && { field: `${label} > ${field}` }),
  };
}

/** What was found in a paper's text, under its name; what was found in its kind's files, as it is. */
export const underName = (
  found: readonly Diagnostic[],
  { label }: DossierPaper,
  file: string,
): readonly Diagnostic[] =>
  found.map((diagnostic) =>
    diagnostic.place === undefined || diagnostic.place.file === file ? named(diagnostic, label) : diagnostic,
  );

const isWithin = (
  place: Place,
  file: string,
  node: { readonly start: number; readonly end: number },
): boolean => 'start' in place && place.file === file && place.start >= node.start && place.start <= node.end;

/** A paper that says otherwise than the facts that the papers share. */
export function contradictions(
  { open, nodes }: Sources,
  papers: readonly DossierPaper[],
): readonly Diagnostic[] {
  const facts = new Set(open.kind.fields.map(({ key }) => key));
  return papers.flatMap(({ index, form, label }) =>
    (form.overridden ?? []).flatMap(({ path, place: shared }): readonly Diagnostic[] => {
      const place = form.locate(path);
      const own = nodes.papers[index]!.own;
      if (!facts.has(path.split('.')[0]!) || !isText(place) || !isText(shared)) return [];
      // Only what the paper says itself, over what all papers share.
      const isOwn = isWithin(place, open.file, own) && shared.file === open.file;
      if (!isOwn || nodes.papers.some(({ own: other }) => isWithin(shared, open.file, other))) return [];
      const name = form.labelOf(path);
      const [typed, other] = [place, shared].map(({ start, end }) => quoted(open.text.slice(start, end)));
      const words = typed && other ? ` ghi ${typed}, phần chung ghi ${other}` : ' khác với phần chung';
      return [
        {
          code: 'dossier/contradiction',
          severity: 'remark',
          message: `${label}: "${name}"${words}`,
          place,
          related: [{ place: shared, message: 'phần chung ghi ở đây' }],
          field: `${label} > ${name}`,
          hints: ['Bỏ ô này nếu văn bản dùng điều đã ghi ở phần chung; giữ nguyên nếu cố ý ghi khác'],
        },
      ];
    }),
  );
}

const isText = (place: Place | undefined): place is Extract<Place, { start: number }> =>
  place !== undefined && 'start' in place;

/** What fits into a sentence; undefined for lines of a list. */
const quoted = (text: string): string | undefined =>
  text.includes('\n') || text.length > 60 ? undefined : `"${text}"`;

/** What stands for the main paper alone, in a dossier that has none: it would go nowhere without a word. */
export function unusedFacts(
  { kind }: OpenForm,
  papers: readonly (Pick<DossierPaper, 'way'> | undefined)[],
  said: Said,
): readonly Diagnostic[] {
  if (papers.some((paper) => paper === undefined || paper.way === 'van_ban_chinh')) return [];
  return (kind.papers?.mainOnly ?? []).flatMap((key): readonly Diagnostic[] => {
    const entry = entryOf(said, kind.fields, key);
    if (entry === undefined) return [];
    const { label } = entry.field;
    const place = placeOfNode(entry.by, entry.node);
    return [
      {
        code: 'dossier/no-main-paper',
        severity: 'warning',
        message: `"${label}" ghi chung là của văn bản chính, mà bộ này không có văn bản chính nên không dùng đến`,
        ...(place && { place }),
        field: label,
        hints: [`Ghi "Cách gửi: văn bản chính" ở một mục, hoặc ghi "${label}" trong từng mục`],
      },
    ];
  });
}
