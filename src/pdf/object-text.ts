import { createMemory } from '../base/memory.js';

/** Two hex digits by byte. */
const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).toUpperCase().padStart(2, '0'),
);

/** Texts that papers of a batch have in common: headings, names. */
const known = createMemory<string>(300);

/** A text string in UTF-16, as a hexadecimal string. */
export const hexText = (text: string): string => known.take(text, () => writeHex(text));

const writeHex = (text: string): string => {
  let hex = '<FEFF';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    hex += HEX[unit >> 8]! + HEX[unit & 0xff]!;
  }
  return `${hex}>`;
};

/** A reference to an object by its number. */
export const refTo = (number: number): string => `${number} 0 R`;

/** An array of objects that are written already. */
export const arrayOf = (items: readonly string[]): string =>
  items.length === 0 ? '[ ]' : `[ ${items.join(' ')} ]`;

/** A dictionary of entries that are written already; those that are undefined are left out. */
export const dictOf = (entries: Readonly<Record<string, string | undefined>>): string => {
  let text = '<<\n';
  for (const name in entries) {
    const value = entries[name];
    if (value !== undefined) text += `/${name} ${value}\n`;
  }
  return `${text}>>`;
};
