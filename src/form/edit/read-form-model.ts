import { createMemory } from '../../base/memory.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { normalise } from '../../vietnamese/normalise.js';
import type { FieldDefinition } from '../field.js';
import { inspectEscapes } from '../inspect-escapes.js';
import { splitLines } from '../lines.js';
import { readFormTree } from '../read-form-tree.js';
import { isJson, readJsonTree } from '../read-json-tree.js';
import type { MapNode } from '../tree.js';
import { readParts } from './field-models.js';
import type { EditKind, FieldModel, FormModel, ReadModel, Stray } from './form-model.js';
import { fieldsOfForm } from './model-kinds.js';

/**
 * What a form says, as typed: every field of its kind, given or not, wrong or unfinished as the form may be. `kinds`: those
 * that a dossier's papers may be of. The last few texts are remembered.
 */
export function readFormModel(text: string, kind: EditKind, kinds: readonly EditKind[] = []): FormModel {
  return readModel(text, kind, kinds);
}

const NO_KINDS: readonly EditKind[] = [];
const byKinds = new WeakMap<readonly EditKind[], WeakMap<EditKind, ReturnType<typeof newMemory>>>();
const newMemory = () => createMemory<ReadModel>(4);

export function readModel(text: string, kind: EditKind, kinds: readonly EditKind[]): ReadModel {
  const others = kinds.length === 0 ? NO_KINDS : kinds;
  const byKind = byKinds.get(others) ?? new WeakMap<EditKind, ReturnType<typeof newMemory>>();
  byKinds.set(others, byKind);
  const memory = byKind.get(kind) ?? newMemory();
  byKind.set(kind, memory);
  return memory.take(text, () => buildModel(normalise(text).text, kind, others));
}

function buildModel(text: string, kind: EditKind, kinds: readonly EditKind[]): ReadModel {
  const { fields, itemOf, shownItemOf } = fieldsOfForm(text, kind, kinds);
  const source = { file: '', text };
  const { value, diagnostics } = isJson(text) ? readJsonTree(source) : readFormTree(source, fields, itemOf);
  const tree = (value && inspectEscapes(source, value).value) ?? value;
  const strays: Stray[] = strayLines(text, diagnostics);
  const lines = splitLines(text);
  const reading = { text, lines, itemOf: shownItemOf, strays };
  const root = readRoot(reading, tree, kind, fields);
  return {
    text,
    kind,
    fields: root.parts,
    strays: strays.sort((one, other) => one.range.from - other.range.from),
    find: (path) => findIn(root, path),
    isBroken: tree === undefined,
    lines,
    root,
    findings: diagnostics.length,
    itemOf: shownItemOf,
  };
}

function readRoot(
  reading: Parameters<typeof readParts>[0],
  tree: MapNode | undefined,
  kind: EditKind,
  fields: readonly FieldDefinition[],
): FieldModel {
  const field: FieldDefinition = { key: '', label: '', type: 'group', required: true, fields };
  const own = new Set(kind.fields.map(({ key }) => key));
  const parts = readParts(reading, tree, fields, '', '').filter(
    (part) => own.has(part.field.key) || part.isGiven,
  );
  return {
    path: '',
    formPath: '',
    field,
    text: '',
    isGiven: true,
    isShort: false,
    isMisfit: false,
    parts,
    items: [],
    ...(tree && { node: tree }),
  };
}

const strayLines = (text: string, diagnostics: readonly Diagnostic[]): Stray[] =>
  diagnostics.flatMap(({ code, place }): Stray[] => {
    if ((code !== 'form/stray-line' && code !== 'form/stray-text') || place === undefined) return [];
    if (!('start' in place)) return [];
    const range = { from: place.start, to: place.end };
    return [{ type: 'line', range, text: text.slice(range.from, range.to) }];
  });

const findIn = (root: FieldModel, path: string): FieldModel | undefined =>
  path.split('.').reduce<FieldModel | undefined>(stepInto, root);

const stepInto = (at: FieldModel | undefined, step: string): FieldModel | undefined =>
  /^\d+$/.test(step) ? at?.items[Number(step)] : at?.parts.find(({ field }) => field.key === step);
