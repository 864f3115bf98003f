import { createMemory, createOwned } from '../base/memory.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { Form, FormValue } from '../form/form.js';
import type { KindDefinition } from '../kind/kind.js';

/** What a finished paper carries with it: the form that it was made from, as values. */
export interface FactSheet {
  readonly format: 1;
  /** "conference-plan" */
  readonly kind: string;
  /** "Kế hoạch tổ chức hội nghị" */
  readonly kindName: string;
  /** As printed: "KẾ HOẠCH". */
  readonly title: string;
  /** The form's values; what is empty is left out, but for the items of a list, which are counted. */
  readonly values: Form['values'];
}

const FORMAT = 1;

/** The fact sheet of a form as JSON. The same values give the same text; no date, path or machine is in it. */
export function factSheet(form: Form, kind: Pick<KindDefinition, 'name' | 'title'>): string {
  return sheetsOf(kind)(form);
}

/** Of a form, so that its DOCX and its PDF carry the same text. */
const sheetsOf = createOwned((kind: Pick<KindDefinition, 'name' | 'title'>) =>
  createOwned((form: Form) => writeSheet(form, kind)),
);

function writeSheet(form: Form, kind: Pick<KindDefinition, 'name' | 'title'>): string {
  const sheet: Omit<FactSheet, 'values'> = {
    format: FORMAT,
    kind: form.kind,
    kindName: kind.name,
    title: kind.title,
  };
  let members = '';
  for (const key in form.values) {
    const json = memberJson(form.values[key]!);
    if (json !== '') members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${json}`;
  }
  return `${JSON.stringify(sheet).slice(0, -1)},"values":{${members}}}`;
}

/** A shorter text is written faster than it is found. */
const LONG = 300;

/** The rows of a batch have most lists and groups of their form in common, and its longest texts. */
const knownLists = createOwned((value: Exclude<FormValue, string>) => writtenJson(value));
const knownTexts = createMemory<string>(40);

/** What is filled in of a value, as JSON; empty where nothing is. */
function memberJson(value: FormValue): string {
  if (typeof value !== 'string') return knownLists(value);
  return value.length < LONG ? writtenJson(value) : knownTexts.take(value, () => writtenJson(value));
}

function writtenJson(value: FormValue): string {
  const kept = withoutBlanks(value);
  return kept === undefined ? '' : JSON.stringify(kept);
}

function withoutBlanks(value: FormValue): FormValue | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (isList(value)) return value.length === 0 ? undefined : value.map((item) => withoutBlanks(item) ?? '');
  const kept: Record<string, FormValue> = {};
  let isEmpty = true;
  for (const key in value) {
    const inner = withoutBlanks(value[key]!);
    if (inner === undefined) continue;
    kept[key] = inner;
    isEmpty = false;
  }
  return isEmpty ? undefined : kept;
}

const isList = (value: FormValue): value is readonly FormValue[] => Array.isArray(value);

/** Reads a fact sheet that some program has kept; what is no text, list or group in its values is passed over. */
export function readFactSheet(json: string): Outcome<FactSheet> {
  const sheet = parse(json);
  if (!isRecord(sheet)) return failed('facts/damaged', 'Số liệu ghi kèm trong tệp bị hỏng, không đọc được');
  const { format, kind, kindName, title, values } = sheet;
  if (typeof format === 'number' && format > FORMAT) {
    const message = 'Số liệu ghi kèm trong tệp do một bản Thể Thức mới hơn tạo ra, bản này không đọc được';
    return failed('facts/newer', message, 'Cập nhật chương trình rồi chạy lại');
  }
  if (format !== FORMAT || typeof kind !== 'string' || !isRecord(values))
    return failed('facts/damaged', 'Số liệu ghi kèm trong tệp bị hỏng, không đọc được');
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    value: {
      format: FORMAT,
      kind,
      kindName: text(kindName),
      title: text(title),
      values: readGroup(values, 0),
    },
    diagnostics: [],
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Deeper than any form. */
const MAX_DEPTH = 20;

function readValue(value: unknown, depth: number): FormValue | undefined {
  if (typeof value === 'string') return value;
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item) => readValue(item, depth + 1) ?? '');
  return isRecord(value) ? readGroup(value, depth + 1) : undefined;
}

const readGroup = (group: Readonly<Record<string, unknown>>, depth: number): Form['values'] =>
  Object.fromEntries(
    Object.entries(group).flatMap(([key, value]) => {
      const read = readValue(value, depth);
      return read === undefined ? [] : [[key, read] as const];
    }),
  );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const failed = (code: string, message: string, ...hints: readonly string[]): Outcome<FactSheet> => {
  const hint = hints.length > 0 ? hints : ['Gõ số, ngày và các mức vào biểu mẫu'];
  const diagnostic: Diagnostic = { code, severity: 'error', message, hints: hint };
  return { diagnostics: [diagnostic] };
};
