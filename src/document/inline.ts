/** Where a piece of text comes from: a field of the form, or the rule that generated it ("R32"). */
export type Origin =
  | { readonly type: 'field'; readonly path: string; readonly offset: number }
  | { readonly type: 'generated'; readonly rule: string };

/** A run of text in one weight and slope. Text is NFC; U+00A0 is a space that never breaks. */
export interface Text {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly origin?: Origin;
}

/** A line break that the writer of the form asked for. */
interface LineBreak {
  readonly type: 'line-break';
}

/**
 * A field's sentence, not yet read: `expandOutlines` reads its `**bold**` and `*italic*`. `bold`, `italic`: the
 * weight of all of it, unless the sentence marks words of its own.
 */
export interface RawInline {
  readonly type: 'raw-inline';
  readonly text: string;
  readonly path: string;
  readonly bold?: true;
  readonly italic?: true;
}

/** What is asked of the one who fills a blank. */
export type BlankShape = 'text' | 'money' | 'date' | 'number';

/** A place to be written on: dots, the value instead of them, or a form's field (`DocumentSettings.formMode`). */
export interface Blank {
  readonly type: 'blank';
  /** "gia_tri": what the value is found by again; unique in a resolved document. */
  readonly key: string;
  /** "Giá trị làm lợi": without a colon at its end. */
  readonly label: string;
  /** `fill`: to the right edge of its line; a number: mm. */
  readonly width: 'fill' | number;
  /** Of a `fill`: how many lines, the one that it begins on included. */
  readonly lines: number;
  readonly isRequired: boolean;
  readonly shape: BlankShape;
  /** Empty: still to be filled in. */
  readonly value: readonly Inline[];
  readonly bold?: boolean;
}

/** What running text consists of, in reading order. `raw-inline` is gone once outlines are expanded. */
export type Inline = Text | LineBreak | RawInline | Blank;
