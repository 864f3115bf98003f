import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Origin, PartialDate } from '../document/ast.js';
import { markupError } from './errors.js';
import type { Element } from './read-elements.js';

/** Collects what is found while attributes are read. */
export type Report = (diagnostic: Diagnostic) => void;

/** The attribute's text; undefined where it is absent or empty. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attributes.get(name)?.value.trim();

const badAttribute = (element: Element, name: string, expected: string): Diagnostic => {
  const found = element.attributes.get(name)!;
  return {
    ...markupError(
      'bad-attribute',
      `Thuộc tính "${name}" của <${element.name}> không nhận giá trị "${found.value}"`,
      found.place,
      [`Viết ${expected}`],
    ),
    actual: found.value,
    expected,
  };
};

/** One of a few words, or undefined. */
export function wordAttribute<T extends string>(
  element: Element,
  name: string,
  words: readonly T[],
  report: Report,
): T | undefined {
  const value = attribute(element, name);
  if (value === undefined) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) report(badAttribute(element, name, words.join(' | ')));
  return word;
}

const NUMBER = /^\d{1,4}(?:[.,]\d{1,4})?$/;

/** As many numbers as asked for, apart by spaces; a decimal comma is as good as a point. */
export function numbersAttribute(
  element: Element,
  name: string,
  count: number,
  report: Report,
): readonly number[] | undefined {
  const value = attribute(element, name);
  if (value === undefined) return undefined;
  const parts = value.split(/\s+/);
  if (parts.length === count && parts.every((part) => NUMBER.test(part)))
    return parts.map((part) => Number(part.replace(',', '.')));
  report(
    badAttribute(element, name, count === 1 ? 'một số, như 12.7' : `${count} số cách nhau bằng dấu cách`),
  );
  return undefined;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** "2024-09-12", "2024-09", "2024" or nothing. */
export function dateAttribute(element: Element, name: string, report: Report): PartialDate {
  const value = attribute(element, name);
  if (value === undefined) return {};
  const found = DATE.exec(value);
  const [year, month, day] = (found?.slice(1) ?? []).map((part) =>
    part === undefined ? undefined : Number(part),
  );
  if (
    year === undefined ||
    (month !== undefined && (month < 1 || month > 12)) ||
    (day !== undefined && (day < 1 || day > 31))
  ) {
    report(badAttribute(element, name, 'ngày như 2024-09-12, 2024-09 hoặc 2024'));
    return {};
  }
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

/** The field that an element's attribute comes from, which another of its attributes names: `f`, `number-f`. */
export function fieldOrigin(element: Element, name = 'f'): Origin | undefined {
  const path = attribute(element, name);
  return path === undefined ? undefined : { type: 'field', path, offset: 0 };
}
