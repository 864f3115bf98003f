/** The text of a field as somebody types it, beside what the file has of it. */
export interface Draft {
  /** Letter for letter. */
  readonly text: string;
  /** The edit that last told it. */
  readonly edit: number;
  /** It could not be written into the file, so that only the field has it. */
  readonly isRefused: boolean;
  /** What came last from the file. */
  readonly seen: string;
  /** The user went on to another field before what was typed had come back. */
  readonly isLeft?: boolean;
}

export const newDraft = (value: string): Draft => ({ text: value, edit: 0, isRefused: false, seen: value });

/** `edit`: its number, or undefined where it was refused. */
export const typed = (draft: Draft, text: string, edit: number | undefined): Draft => ({
  text,
  edit: edit ?? draft.edit,
  isRefused: edit === undefined,
  seen: draft.seen,
});

/**
 * A value has come, of a text that has at least the edits up to `read`. As long as that lags behind what was typed, it is an
 * echo, perhaps an old one, and the typed text stays; later ones were said elsewhere, and are taken. The file keeps no blanks
 * at the ends of a value: these make no difference. `elsewhere`: the latest change, of those that are read, that was not made
 * in the form (undo, the text pane): after it the file's value holds also where it is the one that was there before.
 */
export function heard(draft: Draft, value: string, read: number, elsewhere = 0): Draft {
  if (isLeftBehind(draft, read)) return newDraft(value);
  const isNews = value !== draft.seen || elsewhere > draft.edit;
  if (!isNews) return draft;
  const isEcho = draft.isRefused || read < draft.edit || bare(value) === bare(draft.text);
  if (!isEcho) return newDraft(value);
  return value === draft.seen ? draft : { ...draft, seen: value };
}

/** The user has left the field: it shows what the file has, once that has come. */
export function left(draft: Draft, read: number): Draft {
  if (draft.isRefused || draft.text === draft.seen) return draft;
  return read < draft.edit ? { ...draft, isLeft: true } : newDraft(draft.seen);
}

/** Whether a field that was left still shows what was typed, and not what the file has made of it. */
export const isLeftBehind = (draft: Draft, read: number): boolean =>
  draft.isLeft === true && read >= draft.edit;

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
