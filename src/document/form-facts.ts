import type { BlankShape } from './ast.js';

/**
 * What a fillable form carries unseen, so that a filled copy is known again: in the PDF as the value of a hidden field, in
 * the DOCX as a custom property. Word processors drop the tags of fields, but keep these.
 */
export interface FormFacts {
  /** "Bảng đăng ký" */
  readonly title: string;
  /** The unit that it was made for, or "". */
  readonly unitKey: string;
  readonly blanks: readonly BlankFacts[];
}

/** A blank as the collector knows it; labels are lost where a program drops what it does not know. */
export interface BlankFacts {
  readonly key: string;
  readonly label: string;
  readonly shape: BlankShape;
  readonly isRequired: boolean;
}

/** Name of the hidden field and of the custom property. */
export const FACTS_FIELD = 'thethuc_bieu_mau';

const SHAPES: readonly BlankShape[] = ['text', 'money', 'date', 'number'];

/** One line of JSON; a list of lists, since a form has many blanks. */
export const formFacts = ({ title, unitKey, blanks }: FormFacts): string =>
  JSON.stringify({
    v: 1,
    title,
    unit: unitKey,
    blanks: blanks.map(({ key, label, shape, isRequired }) => [key, label, shape, isRequired ? 1 : 0]),
  });

/** Undefined for what `formFacts` did not write: never a throw. */
export function readFormFacts(text: string): FormFacts | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || !('blanks' in data) || !Array.isArray(data.blanks))
    return undefined;
  const word = (name: 'title' | 'unit'): string => {
    const value = (data as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : '';
  };
  const blanks = data.blanks.flatMap((blank: unknown): readonly BlankFacts[] => {
    if (!Array.isArray(blank)) return [];
    const [key, label, shape, required] = blank as readonly unknown[];
    if (typeof key !== 'string' || typeof label !== 'string') return [];
    const known = SHAPES.find((each) => each === shape) ?? 'text';
    return [{ key, label, shape: known, isRequired: required === 1 }];
  });
  return { title: word('title'), unitKey: word('unit'), blanks };
}
