import { readdirSync, readFileSync } from 'node:fs';
import { rememberedNodes } from '../../../src/dossier/paper-nodes.js';
import { editForm } from '../../../src/form/edit/edit-form.js';
import type { FieldEdit, FieldModel, FormModel } from '../../../src/form/edit/form-model.js';
import { applyChanges, type TextChange } from '../../../src/form/edit/text-change.js';
import type { KindFields } from '../../../src/form/field.js';
import { openForm, treeOfForm } from '../../../src/form/read-form.js';
import { shapeForm } from '../../../src/form/shape-form.js';
import { loadKinds } from '../../../src/host-node/load-kinds.js';
import { createNodeHost } from '../../../src/host-node/node-host.js';

const { value: loaded, diagnostics } = await loadKinds(undefined, createNodeHost());
if (loaded === undefined) throw new Error(JSON.stringify(diagnostics));
export const KINDS: readonly KindFields[] = loaded.map(({ definition }) => definition);
const NAMES = KINDS.flatMap(({ name, aliases = [] }) => [name, ...aliases]);

export const findKind = (name: string): KindFields | undefined =>
  KINDS.find((kind) => kind.slug === name || kind.name === name || kind.aliases?.includes(name));

export function kindOf(text: string): KindFields {
  const open = openForm({ file: 'f', text }, findKind, NAMES);
  if (open.value === undefined) throw new Error(JSON.stringify(open.diagnostics));
  return open.value.kind;
}

const root = new URL('../../../', import.meta.url);
export const SAMPLES: readonly (readonly [string, string])[] = [
  ...readdirSync(new URL('samples/', root)).map((name) => `samples/${name}`),
  ...readdirSync(new URL('templates/', root)).map((name) => `templates/${name}/sample.yaml`),
]
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file): [string, string][] => {
    try {
      const text = readFileSync(new URL(file, root), 'utf8');
      return /^Loại văn bản:/m.test(text) ? [[file, text]] : [];
    } catch {
      return [];
    }
  });

/** What the form's own reader makes of a text, before types: of a dossier what is shared, and each paper. */
export function rawOf(text: string, kind: KindFields): unknown {
  const open = { kind, file: 'f', text, found: [] };
  if (kind.papers === undefined) {
    const tree = treeOfForm(open).value;
    return tree && shapeForm(tree, kind.fields, 'f').raw;
  }
  const list = kind.fields.find(({ key }) => key === kind.papers?.list)!;
  const nodes = rememberedNodes(open, list, findKind, NAMES).value;
  if (nodes === undefined) return undefined;
  const papers = nodes.papers.map(
    (paper) => shapeForm(paper.own, [...(list.item?.fields ?? []), ...(paper.kind?.fields ?? [])], 'f').raw,
  );
  const shared = shapeForm({ ...nodes.whole, entries: nodes.shared }, nodes.fields, 'f').raw;
  return { ...shared, [list.key]: papers };
}

/** What says nothing is left out, so that "key:" and no key are alike; line ends behind a text mean nothing. */
export function bare(value: unknown): unknown {
  if (typeof value === 'string')
    return value.trim() === '' ? undefined : value.replace(/\n[ \t\n\u00a0]*$/, '');
  if (Array.isArray(value)) {
    const items = value.map(bare).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value).flatMap(([key, part]) => {
    const made = bare(part);
    return made === undefined ? [] : [[key, made] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A value as `bare` gives it, with another one at a path. */
export function withAt(value: unknown, path: string, made: unknown): unknown {
  const [step, ...rest] = path.split('.');
  if (step === '') return made;
  const inner = (value as Record<string, unknown> | undefined)?.[step!];
  const next = rest.length === 0 ? made : withAt(inner, rest.join('.'), made);
  if (Array.isArray(value)) return value.with(Number(step), next);
  return { ...(value as object), [step!]: next };
}

export function edit(
  text: string,
  kind: KindFields,
  ...edits: readonly FieldEdit[]
): { readonly text: string; readonly changes: readonly TextChange[] } {
  const { value, diagnostics: found } = editForm(text, kind, edits, KINDS);
  if (value === undefined) throw new Error(`${JSON.stringify(edits)}: ${found.map((d) => d.message).join()}`);
  return { text: applyChanges(text, value), changes: value };
}

/** All fields of a form that hold a text, given or not. */
export function leaves(model: FormModel): readonly FieldModel[] {
  const visit = (field: FieldModel): readonly FieldModel[] =>
    field.field.type === 'list'
      ? field.items.flatMap(visit)
      : field.parts.length > 0
        ? field.parts.flatMap(visit)
        : [field];
  return model.fields.flatMap(visit);
}
