import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { BlankFacts } from '../document/form-facts.js';
import { LETTERHEAD_KEYS } from '../resolve/form-blank.js';
import type { TableValue } from '../table/write-table.js';
import type { FilledForm } from './filled-form.js';
import { type JudgedAnswer, judgeAnswer } from './judge-answer.js';

/** What became of one file: its form, or why there is none. */
export interface CollectedFile {
  readonly file: string;
  readonly form?: FilledForm;
  readonly diagnostics: readonly Diagnostic[];
}

/** One table of all forms, its head the first row, and all that was found. */
export interface CollectedTable {
  readonly rows: readonly (readonly TableValue[])[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A row a file, in the order given: file, unit, each blank's text under its label; money and numbers once more as numbers that
 * add up; at the end what has to be looked at. Forms of several kinds share the columns that they have in common.
 */
export function collectForms(files: readonly CollectedFile[]): CollectedTable {
  const blanks = columnsOf(files.flatMap(({ form }) => (form === undefined ? [] : [form])));
  const found: Diagnostic[] = [];
  const rows = files.map((each) => {
    const { cells, diagnostics } = rowOf(each, blanks);
    found.push(...diagnostics);
    return cells;
  });
  const head = ['Tệp', 'Mã đơn vị', ...blanks.flatMap((blank) => headsOf(blank, blanks)), 'Điểm cần xem'];
  return { rows: [head, ...rows], diagnostics: [...found, ...severalKinds(files)] };
}

const LETTERHEAD: ReadonlySet<string> = new Set(Object.values(LETTERHEAD_KEYS));

/** All blanks in the order in which they first come; those of the letterhead last, for nobody adds them up. */
function columnsOf(forms: readonly FilledForm[]): readonly BlankFacts[] {
  const columns = new Map<string, BlankFacts>();
  for (const { answers } of forms)
    for (const { blank } of answers) if (!columns.has(blank.key)) columns.set(blank.key, blank);
  const all = [...columns.values()];
  const isOfLetterhead = ({ key }: BlankFacts) => LETTERHEAD.has(key);
  return [...all.filter((blank) => !isOfLetterhead(blank)), ...all.filter(isOfLetterhead)];
}

/** A label that two blanks have says its key too. */
function headsOf(blank: BlankFacts, all: readonly BlankFacts[]): readonly string[] {
  const isAlone = all.filter(({ label }) => label === blank.label).length === 1;
  const head = isAlone && blank.label !== '' ? blank.label : `${blank.label} (${blank.key})`.trim();
  return blank.shape === 'money' ? [head, `${head} (đồng)`] : [head];
}

function rowOf(
  { file, form, diagnostics }: CollectedFile,
  blanks: readonly BlankFacts[],
): { readonly cells: readonly TableValue[]; readonly diagnostics: readonly Diagnostic[] } {
  const found = [...diagnostics];
  const answers = new Map(form?.answers.map((answer) => [answer.blank.key, answer]));
  const cells = blanks.flatMap((blank): readonly TableValue[] => {
    const answer = answers.get(blank.key);
    const judged: JudgedAnswer = answer === undefined ? {} : judgeAnswer(file, answer);
    if (judged.finding !== undefined) found.push(judged.finding);
    const text: TableValue = judged.number ?? answer?.text ?? '';
    return blank.shape === 'money' ? [text, judged.amount ?? ''] : [text];
  });
  const remarks = found.map(({ message }) => message).join('; ');
  return { cells: [file, form?.unitKey ?? '', ...cells, remarks], diagnostics: found };
}

/** Forms with other blanks in one table are no fault, but perhaps not meant. */
function severalKinds(files: readonly CollectedFile[]): readonly Diagnostic[] {
  const kinds = new Map<string, string>();
  for (const { file, form } of files) {
    if (form === undefined) continue;
    const kind = `${form.title} ${form.answers.map(({ blank }) => blank.key).join()}`;
    if (!kinds.has(kind)) kinds.set(kind, file);
  }
  if (kinds.size < 2) return [];
  const examples = [...kinds.values()].map((file) => `"${file}"`).join(', ');
  return [
    {
      code: 'collect/several-kinds',
      severity: 'remark',
      message: `Có ${kinds.size} loại biểu mẫu khác nhau (${examples}), bảng có đủ cột của tất cả`,
      hints: ['Tổng hợp riêng từng loại nếu cần bảng gọn'],
    },
  ];
}
