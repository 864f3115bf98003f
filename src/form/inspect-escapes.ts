import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { findBadCharacters } from '../vietnamese/bad-characters.js';
import { findLegacyText } from '../vietnamese/legacy-encodings.js';
import { decomposed, describeBad, legacyFinding } from './inspect-text.js';
import { joinTexts, type SourceText, sliceText, sourceRange } from './source-text.js';
import type { MapNode, ScalarNode, YamlNode } from './tree.js';

/**
 * Looks at what escapes in quotes bring (`"\u0007"`, `"\ud800"`), as `inspectText` does at what stands in the file itself,
 * and makes letters and line ends one form, as `normalise` does. What was found stands at the escape's own place.
 */
export function inspectEscapes(source: { file: string; text: string }, tree: MapNode): Outcome<MapNode> {
  // Few forms have any escape; of those that have none nothing is copied.
  if (!source.text.includes('\\')) return { value: tree, diagnostics: [] };
  const escapes: Escapes = { ...source, bad: [], findings: [], composed: [] };
  const value = inspectNode(escapes, tree) as MapNode;
  const remarks = escapes.composed.slice(0, 1).map((place) => decomposed({ file: source.file, ...place }));
  return { value, diagnostics: [...describeBad(source.file, escapes.bad), ...escapes.findings, ...remarks] };
}

interface Escapes {
  readonly file: string;
  readonly text: string;
  readonly bad: Parameters<typeof describeBad>[1][number][];
  readonly findings: Diagnostic[];
  /** Where letters were written in parts. */
  readonly composed: { readonly start: number; readonly end: number }[];
}

function inspectNode(escapes: Escapes, node: YamlNode): YamlNode {
  switch (node.type) {
    case 'scalar':
      return inspectScalar(escapes, node);
    case 'list':
      return { ...node, items: node.items.map((item) => inspectNode(escapes, item)) };
    case 'map':
      return {
        ...node,
        entries: node.entries.map(({ key, value }) => ({
          key: inspectScalar(escapes, key),
          value: inspectNode(escapes, value),
        })),
      };
  }
}

function inspectScalar(escapes: Escapes, node: ScalarNode): ScalarNode {
  const { file, text: source } = escapes;
  if (node.style !== 'quoted' || !source.slice(node.start, node.end).includes('\\')) return node;
  const value = oneForm(escapes, node.value);
  const rangeOf = (start: number, end: number) => sourceRange(value, start, end) ?? node;
  for (const { at, code, type } of findBadCharacters(value.text)) {
    const { start, end } = rangeOf(at, at + 1);
    // What stands there itself, without an escape, was found before.
    if (source[start] === '\\' || type !== 'invisible') escapes.bad.push({ at: start, end, code, type });
  }
  const legacy = findLegacyText(value.text);
  if (legacy !== undefined && findLegacyText(source.slice(node.start, node.end)) === undefined) {
    const place = { file, ...rangeOf(legacy.start, legacy.end) };
    escapes.findings.push(legacyFinding(legacy, place, value.text.slice(legacy.start, legacy.end)));
  }
  return { ...node, value };
}

/** Composes letters (NFC) and ends lines with LF; what changes is one piece, from its first letter's place to its last's. */
function oneForm(escapes: Escapes, value: SourceText): SourceText {
  if (!value.text.includes('\r') && value.text.normalize('NFC') === value.text) return value;
  const parts: SourceText[] = [];
  for (const { 0: cluster, index } of value.text.matchAll(/\r\n?|[^\p{M}\r]\p{M}*|\p{M}+/gu)) {
    const range = sourceRange(value, index, index + cluster.length);
    const text = cluster.startsWith('\r') ? '\n' : cluster.normalize('NFC');
    if (text === cluster || range === undefined) {
      parts.push(sliceText(value, index, index + cluster.length));
      continue;
    }
    if (text !== '\n') escapes.composed.push(range);
    const { start, end } = range;
    parts.push({ text, pieces: [{ at: 0, length: text.length, source: start, sourceLength: end - start }] });
  }
  return joinTexts(parts, '');
}
