import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { BlankFacts, FormFacts } from '../document/form-facts.js';

/** A form of ours as it came back, whatever it was filled in with. */
export interface FilledForm {
  /** As the user named it. */
  readonly file: string;
  /** "BẢNG ĐĂNG KÝ" */
  readonly title: string;
  /** The key of the unit that the form was made for; nobody typed it. */
  readonly unitKey: string;
  /** In the order of the form. */
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly blank: BlankFacts;
  /** NFC, line ends as "\n", "" where it was left empty; undefined where the field is gone from the file. */
  readonly text: string | undefined;
}

/** A finding about a file as a whole. */
export const fileFinding = (
  file: string,
  code: string,
  message: string,
  ...hints: readonly string[]
): Diagnostic => ({
  code: `collect/${code}`,
  severity: 'error',
  message,
  place: { file, start: 0, end: 0 },
  hints,
});

/** Puts what a reader found by key in the order of the form. */
export const answersOf = ({ blanks }: FormFacts, texts: ReadonlyMap<string, string>): readonly Answer[] =>
  blanks.map((blank) => {
    const text = texts.get(blank.key);
    return { blank, text: text === undefined ? undefined : plainAnswer(text) };
  });

/** The dots of the blank, or a part of them that was not typed over: more than anybody ends a sentence with. */
const DOTS = /[.…\u2024\u00a0 ]*(?:\.{4}|…{2})[.…\u2024\u00a0 ]*/gu;

/** What was typed: composed, without the dots that were there before, and without space around it. */
function plainAnswer(text: string): string {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v]/gu, '\n')
    .split('\n')
    .map((line) => line.replace(DOTS, ' ').replaceAll('\u00a0', ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}
