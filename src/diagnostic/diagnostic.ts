/** sai (must be mended), nên sửa, lưu ý. Only a rule tagged [V] may be an error. */
export type Severity = 'error' | 'warning' | 'remark';

/** A stretch of a text file: offsets in UTF-16 units into the text as it was read (after BOM removal and NFC). */
export interface TextPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A cell of a table file, as `units.xlsx:Sheet1!B402`; of a CSV, whose `sheet` is "", as `units.csv:402:2`. */
export interface CellPlace {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A fact that a finished paper (DOCX, PDF) carries: the file, and what the form called the field. */
export interface FieldPlace {
  readonly file: string;
  /** "Cấp tổ chức (mục 1) > Số lượng" */
  readonly field: string;
}

export type Place = TextPlace | CellPlace | FieldPlace;

/**
 * One finding. `message` is one Vietnamese sentence without a final dot that names the field as the form labels it and
 * says what was found and what was expected; a hint starts with a verb. `code` is stable: `form/unknown-field`, `nd30/R35`.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place?: Place;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  /** The label of the field as people read it. */
  readonly field?: string;
  readonly actual?: string;
  readonly expected?: string;
  /** The clause of the decree, as "Phụ lục I, Mục II.4.b". */
  readonly clause?: string;
  readonly hints?: readonly string[];
}

/** What every stage returns: a value when there is one, and everything that was found on the way. A throw is a bug. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((d) => d.severity === 'error');
