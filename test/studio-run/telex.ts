/** What a Vietnamese keyboard program sends for a letter: no composition, but keys and letters. */
export type Key =
  | { readonly type: 'letter'; readonly text: string }
  | { readonly type: 'Backspace' | 'Select' | 'Enter' };

/**
 * How letters that change are taken away: by Backspace, or by Shift+Left, over whose selection the new ones go (where a field
 * completes by itself).
 */
export type TelexMode = 'Backspace' | 'Select';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * The keys of a text as typed by Telex: a letter's hat changes the letter at once ("o", "o" gives "ô"), the tone comes at the
 * end of the word and changes all from its vowel on.
 */
export function telexKeys(text: string, mode: TelexMode = 'Backspace'): readonly Key[] {
  return (text.normalize('NFC').match(/\p{L}+|\n|[^\p{L}]/gu) ?? []).flatMap((part): readonly Key[] =>
    part === '\n'
      ? [{ type: 'Enter' }]
      : /\p{L}/u.test(part)
        ? wordKeys(Array.from(part), mode)
        : [{ type: 'letter', text: part }],
  );
}

function wordKeys(word: readonly string[], mode: TelexMode): readonly Key[] {
  const keys: Key[] = [];
  for (const letter of word) {
    const [plain, hatted] = [plainOf(letter), withoutTone(letter)];
    keys.push({ type: 'letter', text: plain });
    if (hatted !== plain) keys.push(...instead(1, [hatted], mode));
  }
  const toned = word.findIndex((letter) => letter !== withoutTone(letter));
  if (toned >= 0) keys.push(...instead(word.length - toned, word.slice(toned), mode));
  return keys;
}

const instead = (count: number, letters: readonly string[], mode: TelexMode): readonly Key[] => [
  ...new Array<Key>(count).fill({ type: mode }),
  ...letters.map((text): Key => ({ type: 'letter', text })),
];

const withoutTone = (letter: string): string => letter.normalize('NFD').replace(TONES, '').normalize('NFC');
const plainOf = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace('đ', 'd')
    .replace('Đ', 'D');

/** What the keys leave in a field that does nothing clever. */
export function textOfKeys(keys: readonly Key[]): string {
  let [text, selected] = ['', 0];
  for (const key of keys) {
    if (key.type === 'Select') selected += 1;
    else {
      const kept =
        selected > 0 ? text.slice(0, -selected) : key.type === 'Backspace' ? text.slice(0, -1) : text;
      text = kept + (key.type === 'letter' ? key.text : key.type === 'Enter' ? '\n' : '');
      selected = 0;
    }
  }
  return text;
}
