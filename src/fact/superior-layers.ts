import { besideFile } from '../base/beside.js';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import type { FieldDefinition, KindFields } from '../form/field.js';
import type { FormFiles } from '../form/file-findings.js';
import type { Form } from '../form/form.js';
import { partsOf, shorthandOf } from '../form/key-table.js';
import type { FormLayer } from '../form/layer.js';
import { entriesIn, entriesOf, placeOfNode, type Said, type SaidEntry } from '../form/said.js';
import type { Kind, KindDefinition } from '../kind/kind.js';
import { decodeText } from '../vietnamese/decode-text.js';
import type { FactSheet } from './fact-sheet.js';
import {
  planOfForm,
  planOfSheet,
  SUPERIOR,
  SUPERIOR_FILE,
  type SuperiorPlan,
  superiorLayer,
} from './superior-plan.js';

/** What reading a superior's plan takes. */
export interface SuperiorContext extends Pick<FormFiles, 'files'> {
  /** Of files that are finished papers, by their names as typed: what they carry. */
  readonly carriedFacts?: ReadonlyMap<string, Outcome<FactSheet>> | undefined;
  readonly kinds: readonly Kind[];
  /** Reads a form file that a form names; of its own superior nothing is wanted. */
  readonly readForm: (source: NamedForm) => Outcome<Form>;
}

export interface NamedForm {
  readonly file: string;
  readonly text: string;
  /** Its name as the form that names it has it typed. */
  readonly typed: string;
}

/**
 * The superior's plan that a form names, as a layer under the form; none when it names none, or one that was not loaded. A
 * plan that cannot be read is a finding at the field. `file`: of the form.
 */
export function superiorLayers(
  kind: KindFields,
  said: Said,
  file: string,
  context: SuperiorContext,
): Outcome<readonly FormLayer[]> {
  const named = fileEntry(said, kind.fields);
  const typed = named?.node.type === 'scalar' ? named.node.value.text.trim() : '';
  const bytes = context.files?.get(typed);
  if (named === undefined || bytes === undefined) return { value: [], diagnostics: [] };
  const group = kind.fields.find(({ key }) => key === SUPERIOR);
  const { value, diagnostics } = rememberedLayer(typed, besideFile(file, typed), bytes, group, context);
  const place = placeOfNode(named.by, named.node);
  const found = diagnostics.map(
    (finding): Diagnostic => ({
      field: group?.label ?? SUPERIOR,
      ...finding,
      ...(place && { place }),
      related: [
        ...(finding.place === undefined ? [] : [{ place: finding.place, message: 'chỗ đó trong tệp' }]),
        ...(finding.related ?? []),
      ],
    }),
  );
  return { value: value === undefined ? [] : [value], diagnostics: found };
}

interface Remembered extends Pick<SuperiorContext, 'files' | 'kinds'> {
  readonly shown: string;
  readonly group: FieldDefinition | undefined;
  readonly outcome: Outcome<FormLayer>;
}

/** One plan lies under the papers of many units. */
const read = new WeakMap<Uint8Array, Remembered>();

function rememberedLayer(
  typed: string,
  shown: string,
  bytes: Uint8Array,
  group: FieldDefinition | undefined,
  context: SuperiorContext,
): Outcome<FormLayer> {
  const { files, kinds } = context;
  const known = read.get(bytes);
  if (known?.shown === shown && known.group === group && known.files === files && known.kinds === kinds)
    return known.outcome;
  const { value, diagnostics } = readPlan(typed, shown, bytes, group, context);
  const outcome = { ...(value && { value: superiorLayer(value) }), diagnostics };
  read.set(bytes, { files, kinds, shown, group, outcome });
  return outcome;
}

function readPlan(
  typed: string,
  shown: string,
  bytes: Uint8Array,
  group: FieldDefinition | undefined,
  context: SuperiorContext,
): Outcome<SuperiorPlan> {
  const definitionOf = (slug: string): KindDefinition | undefined =>
    context.kinds.find(({ definition }) => definition.slug === slug)?.definition;
  const carried = context.carriedFacts?.get(typed);
  if (carried !== undefined) {
    const { value: sheet, diagnostics } = carried;
    if (sheet === undefined) return { diagnostics };
    const fields = definitionOf(sheet.kind)?.fields ?? (group === undefined ? [] : partsOf(group));
    return { value: planOfSheet(sheet, shown, fields), diagnostics };
  }
  const decoded = decodeText(bytes, shown);
  if (decoded.value === undefined || hasErrors(decoded.diagnostics))
    return { diagnostics: [notAForm(typed)] };
  const form = context.readForm({ file: shown, text: decoded.value, typed });
  const definition = form.value && definitionOf(form.value.kind);
  // Its remarks are said to those who write it; here only what keeps it from being read.
  if (form.value === undefined || definition === undefined) return { diagnostics: faults(typed, form) };
  return { value: planOfForm(form.value, definition), diagnostics: [] };
}

function faults(typed: string, { diagnostics }: Outcome<Form>): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first, ...others] = errors;
  if (first === undefined || first.code === 'form/unknown-kind' || first.code === 'form/empty')
    return [notAForm(typed)];
  const more = others.length === 0 ? '' : ` (và ${others.length} điểm nữa)`;
  return [
    {
      ...first,
      code: 'facts/faulty-form',
      message: `Tệp biểu mẫu "${typed}" còn chỗ sai: ${first.message}${more}`,
    },
  ];
}

const notAForm = (typed: string): Diagnostic => ({
  code: 'facts/not-ours',
  severity: 'warning',
  message: `"${typed}" không phải tệp biểu mẫu, DOCX hoặc PDF do Thể Thức tạo`,
  hints: ['Gõ số, ngày và các mức vào biểu mẫu'],
});

/** The scalar that names the file: of "Kế hoạch cấp trên: a.pdf", or of "Tệp" under it; the uppermost of several. */
const fileEntry = (said: Said, fields: readonly FieldDefinition[]): SaidEntry | undefined =>
  entriesOf(said, fields, SUPERIOR)
    .flatMap((entry): readonly SaidEntry[] => {
      const isBare = entry.node.type === 'scalar' && shorthandOf(entry.field)?.key === SUPERIOR_FILE;
      return isBare ? [entry] : entriesIn(entry.node, partsOf(entry.field), SUPERIOR_FILE, entry.by);
    })
    .find(({ node }) => node.type === 'scalar');
