import type { FieldDefinition } from '../field.js';
import { keepsLines, listOf, partsOf } from '../key-table.js';
import { readQuoted } from '../quoted.js';

/** A value as it is written: what stands on the line of its key or dash, and the lines under it. */
export interface Written {
  /** With the space before it; "" where nothing stands there. */
  readonly head: string;
  readonly below: readonly string[];
}

export const NOTHING: Written = { head: '', below: [] };

/** How far a text may be left without quotes: "plain" where it is read back as it is, "quoted" nowhere. */
export type Quoting = 'plain' | 'quoted';

/** How deep what stands under a key is written. */
export const STEP = '  ';

/**
 * A text as the value of a field that has none yet. `prefix`: white space before what stands in the column of the key or
 * dash. Of several lines, and of texts in outline grammar, a block.
 */
export function writeText(text: string, field: FieldDefinition, prefix: string, quoting: Quoting): Written {
  if (text === '') return NOTHING;
  if (takesBlock(text, field) && quoting === 'plain') return writeBlock(text, prefix);
  return { head: ` ${quoting === 'plain' && isPlain(text, field) ? text : quote(text)}`, below: [] };
}

const takesBlock = (text: string, field: FieldDefinition): boolean =>
  keepsLines(field) &&
  text.trim() !== '' &&
  (text.includes('\n') || field.type === 'outline' || field.type === 'paragraph');

/** Text below `|`. Where every line begins with a space, how deep the block is must be said. */
export function writeBlock(text: string, prefix: string): Written {
  const lines = text.split('\n');
  const said = lines.filter((line) => /[^ \t\u00a0]/.test(line));
  const isDeep = said.every((line) => line.startsWith(' '));
  return { head: isDeep ? ` |${STEP.length}` : ' |', below: blockLines(lines, prefix + STEP) };
}

/** Blank lines are left blank; but those behind the last words are as deep as the block, so that they are seen to be its own. */
export function blockLines(lines: readonly string[], indent: string): string[] {
  const last = lines.findLastIndex((line) => /[^ \t\u00a0]/.test(line));
  return lines.map((line, index) => (line === '' && index < last ? '' : indent + line));
}

/** Whether a text of one line is read back as it is without quotes around it. */
export function isPlain(text: string, field: FieldDefinition): boolean {
  if (text === '' || /\n|^[ \t]|[ \t]$|(?:^|[ \t])#(?:[ \t]|$)/.test(text)) return false;
  if (/^[|>]/.test(text)) return false;
  if (partsOf(field).length > 0 || listOf(field) !== undefined) return !/^[[{"']/.test(text);
  if (!/^["']/.test(text)) return true;
  const quoted = readQuoted(text, 0, text.length);
  return quoted === undefined || /\S/.test(text.slice(quoted.end));
}

/** In single quotes everything is itself but the quote; what these cannot hold stands in double ones. */
export const quote = (text: string): string =>
  /[\n\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text) ? toJson(text) : singleQuoted(text);

export const singleQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** JSON; an accent behind an escape is an escape too, or it would become one letter with the other's last. */
export const toJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(
    /(\\(?:u[0-9a-f]{4}|.))(\p{M}+)/gu,
    (_, escaped: string, marks: string) => escaped + marks.split('').map(escapeUnit).join(''),
  );

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
