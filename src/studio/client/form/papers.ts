import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { keyTable } from '../../../form/key-table.js';
import { readChoice } from '../../../form/types/choice.js';
import { foldKey } from '../../../vietnamese/fold-key.js';
import type { KindInfo } from '../../protocol.js';
import { partOf, textOf } from './form-edit.js';

/** The field that names a form's kind, and in a set of papers each paper's. */
export const KIND_KEY = 'loai_van_ban';

/** The list of papers of a set: its items name their kinds. */
export const papersField = ({ fields, papers }: KindInfo): FieldDefinition | undefined =>
  fields.find(({ key }) => key === papers?.list);

export const kindNamed = (kinds: readonly KindInfo[], name: string): KindInfo | undefined => {
  const folded = foldKey(name);
  return folded === ''
    ? undefined
    : kinds.find((kind) =>
        [kind.slug, kind.name, ...kind.aliases].some((known) => foldKey(known) === folded),
      );
};

/** The fields of a kind as its form shows them: its name only where it has several, a set's papers not among them. */
export function shownFields(kind: KindInfo): readonly FieldDefinition[] {
  const papers = papersField(kind);
  return kind.fields.flatMap((field) => {
    if (field === papers) return [];
    if (field.key !== KIND_KEY) return [field];
    return kind.aliases.length === 0 ? [] : [kindChoice(field, [kind])];
  });
}

/** The field that names a kind, as a choice of kinds and their other names. */
function kindChoice(field: FieldDefinition, kinds: readonly KindInfo[]): FieldDefinition {
  const choices = kinds.flatMap(({ slug, name, aliases }) => [
    { value: name, label: name, aliases: [slug] },
    ...aliases.map((alias) => ({ value: alias, label: alias })),
  ]);
  const { example: _, ...rest } = field;
  return { ...rest, help: '', type: 'choice', choices };
}

export interface PaperFields {
  /** Which paper it is, and how it is sent. */
  readonly about: readonly FieldDefinition[];
  /** What only this paper says. */
  readonly own: readonly FieldDefinition[];
  /** What the papers share; said here it holds for this paper alone. */
  readonly shared: readonly FieldDefinition[];
}

/** The fields of a set's paper: its kind's, behind those of every paper. */
export function paperFields(
  set: KindInfo,
  item: FieldDefinition,
  paper: KindInfo | undefined,
  isMain: boolean,
  kinds: readonly KindInfo[],
): PaperFields {
  const single = kinds.filter(({ isDossier }) => !isDossier);
  const about = (item.fields ?? []).map((field) =>
    field.key === KIND_KEY ? kindChoice(field, single) : field,
  );
  const known = keyTable(about);
  const rest = (paper?.fields ?? []).filter(({ key }) => known.find(key) === undefined);
  const sharedKeys = new Set(set.fields.map(({ key }) => key));
  const isShared = (field: FieldDefinition): boolean => {
    const key = field.shared ?? field.key;
    return sharedKeys.has(key) && (isMain || set.papers?.mainOnly.includes(key) !== true);
  };
  return {
    about,
    own: rest.filter((field) => !isShared(field)),
    shared: rest.filter(isShared).map((field) => ({ ...field, required: false })),
  };
}

/** The main paper: the one sent as such, or the first. */
export function mainPaper(item: FieldDefinition, ways: readonly string[]): number {
  const field = item.fields?.find(({ key }) => key === 'cach_gui');
  const read = ways.map((way) => field && readChoice(way, field));
  const named = read.findIndex((way) => way && 'value' in way && way.value === 'van_ban_chinh');
  return Math.max(0, named);
}

/** "1. Kế hoạch", "2. Đề cương báo cáo": what the papers of a set are called. */
export const paperNames = (papers: readonly FormValue[]): readonly string[] =>
  papers.map((paper, index) => `${index + 1}. ${textOf(partOf(paper, KIND_KEY)).trim() || 'Văn bản'}`);
