import { keepsLines } from '../key-table.js';
import { isJson } from '../read-json-tree.js';
import { sourceRange } from '../source-text.js';
import type { ScalarNode } from '../tree.js';
import type { FieldModel, ReadModel } from './form-model.js';
import { blockLines, isPlain, quote, singleQuoted, toJson, writeText } from './notation.js';
import { lineAt, lineIndex, prefixOf } from './places.js';
import { replaceValue } from './replace-value.js';
import type { TextChange } from './text-change.js';
import { commonEnds, trimChange } from './text-diff.js';
import { blockIndent } from './trailing-lines.js';

type Changes = readonly TextChange[];

/**
 * The ways to give a text that stands behind a key or dash other words, the least change first. Whether the reader finds the
 * words again is for the caller to try.
 */
export function* textChanges(model: ReadModel, target: FieldModel, text: string): Generator<Changes> {
  const { node, slot, field } = target;
  if (node === undefined || slot === undefined) return;
  if (slot.isFlow) {
    yield* flowTexts(model, node, text);
    return;
  }
  if (text === '' && !isBlock(node)) {
    yield replaceValue(model, target, { head: '', below: [] });
    return;
  }
  if (node.type === 'scalar' && target.text !== '') yield* sameStyle(model, target, node, text);
  const prefix = prefixOf(model, slot.at);
  if (isOneLine(target, text)) yield replaceValue(model, target, { head: ` ${text}`, below: [] });
  if (isBlock(node) && text === '') yield replaceValue(model, target, { head: ' |', below: [] });
  yield replaceValue(model, target, writeText(text, field, prefix, 'plain'));
  yield replaceValue(model, target, { head: ` ${quote(text)}`, below: [] });
  yield replaceValue(model, target, { head: ` ${toJson(text)}`, below: [] });
}

const isBlock = (node: FieldModel['node']): boolean => node?.type === 'scalar' && node.style === 'block';

/** A value that stands on its key's line stays there as long as it is one line. */
const isOneLine = ({ node, field, text: old }: FieldModel, text: string): boolean =>
  node?.type === 'scalar' &&
  node.style !== 'block' &&
  old !== '' &&
  !old.includes('\n') &&
  isPlain(text, field);

/** Quotes and blocks stay what they are; but quotes that only the old words needed go with them. */
function* sameStyle(
  model: ReadModel,
  target: FieldModel,
  node: ScalarNode,
  text: string,
): Generator<Changes> {
  const { field, text: old } = target;
  if (node.style === 'block') {
    if (keepsLines(field)) yield inBlock(model, target, node, text);
    else yield inLine(model, target, text);
    return;
  }
  if (node.style === 'plain') {
    if (isPlain(text, field) || old.includes('\n')) yield inLine(model, target, text);
    return;
  }
  if (isPlain(text, field) && !isPlain(old, field)) return;
  if (keepsLines(field) && text.includes('\n') && !old.includes('\n')) return;
  const isDouble = model.text[node.start] === '"';
  const insert = isDouble || text.includes('\n') ? toJson(text) : singleQuoted(text);
  yield trimChange(model.text, { from: node.start, to: node.end, insert });
}

/** Only the letters that differ, where they stand. */
function inLine(model: ReadModel, { value, text: old }: FieldModel, text: string): Changes {
  if (value === undefined || old === '' || text === '') return [];
  const { head, tail } = commonEnds(old, text);
  const gone = old.length - tail;
  const before = head > 0 ? sourceRange(value, head - 1, head)?.end : undefined;
  const start = head < gone ? sourceRange(value, head, head + 1)?.start : undefined;
  const from = start ?? before ?? value.pieces[0]?.source;
  const to = head < gone ? sourceRange(value, gone - 1, gone)?.end : from;
  if (from === undefined || to === undefined || to < from) return [];
  const replaced = model.text.slice(from, to);
  // A comment between two lines that become one would be lost.
  if (replaced.includes('\n') && replaced.includes('#')) return [];
  const lastLine = lineAt(model, value.pieces.at(-1)!.source);
  const indent = model.text.slice(lastLine.start, lastLine.content);
  return [{ from, to, insert: text.slice(head, text.length - tail).replaceAll('\n', `\n${indent}`) }];
}

/** Only the lines that differ; the others stay as they are, white space and all. */
function inBlock(model: ReadModel, { value }: FieldModel, node: ScalarNode, text: string): Changes {
  const indent = value === undefined ? 0 : blockIndent(model, value);
  if (value === undefined || indent === 0) return [];
  const first = lineIndex(model, node.start);
  const old = value.text.split('\n');
  const made = text.split('\n');
  const lineOf = (index: number) => model.lines[first + index];
  const end = lineOf(old.length - 1)?.end;
  if (end === undefined || text === '') return [];
  let head = 0;
  while (head < Math.min(old.length, made.length) && old[head] === made[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, made.length) - head;
  while (tail < most && old[old.length - 1 - tail] === made[made.length - 1 - tail]) tail += 1;
  const prefix = indentOf(model, value.pieces, indent);
  const fresh = blockLines(made, prefix).slice(head, made.length - tail);
  const [from, to] = [lineOf(head), lineOf(old.length - 1 - tail)];
  // Lines only come, or only go: with the line end of one beside them.
  if (head + tail === old.length) {
    const at = head === 0 ? lineOf(0)!.start : lineOf(head - 1)!.end;
    const insert = head === 0 ? fresh.map((line) => `${line}\n`) : fresh.map((line) => `\n${line}`);
    return [{ from: at, to: at, insert: insert.join('') }];
  }
  if (from === undefined || to === undefined) return [];
  if (fresh.length === 0) {
    return head === 0
      ? [{ from: from.start, to: lineOf(old.length - tail)!.start, insert: '' }]
      : [{ from: lineOf(head - 1)!.end, to: to.end, insert: '' }];
  }
  return trimChange(model.text, { from: from.start, to: to.end, insert: fresh.join('\n') });
}

/** The white space before a line of the block, as it stands there. */
function indentOf(
  model: ReadModel,
  pieces: readonly { source: number; length: number }[],
  indent: number,
): string {
  const piece = pieces.find(({ source, length }) => /\S/.test(model.text.slice(source, source + length)));
  return piece === undefined ? ' '.repeat(indent) : model.text.slice(piece.source - indent, piece.source);
}

function* flowTexts(
  model: ReadModel,
  node: NonNullable<FieldModel['node']>,
  text: string,
): Generator<Changes> {
  const old = model.text.slice(node.start, node.end);
  const insert = (made: string): Changes =>
    trimChange(model.text, { from: node.start, to: node.end, insert: made });
  const isBare = node.type === 'scalar' && node.style === 'plain';
  // A figure without quotes stays one; words without them are YAML's.
  const isFigure = /^\d+$/.test(old) && /^(?:0|[1-9]\d*)$/.test(text);
  if (isBare && (isFigure || (!isJson(model.text) && !/^(?:null)?$/.test(old)))) yield insert(text);
  if (node.type === 'scalar' && node.style === 'quoted' && old.startsWith("'") && !text.includes('\n'))
    yield insert(singleQuoted(text));
  yield insert(toJson(text));
  if (old === '') yield [{ from: node.start, to: node.start, insert: ` ${toJson(text)}` }];
  if (old === '') yield [{ from: node.start, to: node.start, insert: `: ${toJson(text)}` }];
}
