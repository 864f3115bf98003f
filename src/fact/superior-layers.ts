import { besideFile } from '../base/beside.js';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import type { FieldDefinition, KindFields } from '../form/field.js';
import type { FormFiles } from '../form/file-findings.js';
import type { Form } from '../form/form.js';
import { keyTable, partsOf, shorthandOf } from '../form/key-table.js';
import type { FormLayer } from '../form/layer.js';
import type { MapNode, ScalarNode, YamlNode } from '../form/tree.js';
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
  own: MapNode,
  file: string,
  context: SuperiorContext,
): Outcome<readonly FormLayer[]> {
  const named = fileNode(own, kind.fields);
  const typed = named?.value.text.trim() ?? '';
  const bytes = context.files?.get(typed);
  if (named === undefined || bytes === undefined) return { value: [], diagnostics: [] };
  const shown = besideFile(file, typed);
  const group = kind.fields.find(({ key }) => key === SUPERIOR);
  const { value, diagnostics } = readPlan(typed, shown, bytes, group, context);
  const place = { file, start: named.start, end: named.end };
  const found = diagnostics.map(
    (finding): Diagnostic => ({
      field: group?.label ?? SUPERIOR,
      ...finding,
      place,
      related: [
        ...(finding.place === undefined ? [] : [{ place: finding.place, message: 'chỗ đó trong tệp' }]),
        ...(finding.related ?? []),
      ],
    }),
  );
  return { value: value === undefined ? [] : [superiorLayer(value)], diagnostics: found };
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

/** The scalar that names the file: of "Kế hoạch cấp trên: a.pdf", or of "Tệp" under it. */
function fileNode(own: MapNode, fields: readonly FieldDefinition[]): ScalarNode | undefined {
  // A paper of a dossier has what it says itself before what it shares.
  const files = entriesOf(own, fields, SUPERIOR).flatMap(({ node, field }): readonly YamlNode[] => {
    const isBare = node.type === 'scalar' && shorthandOf(field)?.key === SUPERIOR_FILE;
    return isBare ? [node] : entriesOf(node, partsOf(field), SUPERIOR_FILE).map((entry) => entry.node);
  });
  return files.find((node): node is ScalarNode => node.type === 'scalar' && node.value.text.trim() !== '');
}

function entriesOf(
  node: YamlNode,
  fields: readonly FieldDefinition[],
  key: string,
): readonly { readonly node: YamlNode; readonly field: FieldDefinition }[] {
  if (node.type !== 'map') return [];
  const table = keyTable(fields);
  return node.entries.flatMap((entry) => {
    const match = table.find(entry.key.value.text);
    const isIt = match?.field.key === key && match.part === undefined;
    return isIt ? [{ node: entry.value, field: match.field }] : [];
  });
}
