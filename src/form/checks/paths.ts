import type { FormValue } from '../form.js';

/** A text of a form that a pattern ("cap_to_chuc.*.han") names; `at`: the positions in lists that its stars stood for. */
export interface FoundText {
  readonly path: string;
  readonly text: string;
  readonly at: readonly number[];
}

/** Every text that is filled in at a pattern, in the form's order; of a list of texts its items. */
export function textsAt(values: FormValue, pattern: string): readonly FoundText[] {
  let found: readonly { value: FormValue; path: string; at: readonly number[] }[] = [
    { value: values, path: '', at: [] },
  ];
  for (const step of pattern.split('.')) {
    found = found.flatMap(({ value, path, at }) => {
      const within = (key: string): string => (path === '' ? key : `${path}.${key}`);
      if (typeof value === 'string') return [];
      if (step === '*') return Array.isArray(value) ? itemsOf(value as readonly FormValue[], path, at) : [];
      // A position in a list is a step too: pathBeside names one item.
      const inner = (value as Readonly<Record<string, FormValue>>)[step];
      return inner === undefined ? [] : [{ value: inner, path: within(step), at }];
    });
  }
  return found
    .flatMap((one) =>
      Array.isArray(one.value) ? itemsOf(one.value as readonly FormValue[], one.path, one.at) : [one],
    )
    .flatMap(({ value, path, at }) =>
      typeof value === 'string' && value.trim() !== '' ? [{ path, text: value, at }] : [],
    );
}

const itemsOf = (
  list: readonly FormValue[],
  path: string,
  at: readonly number[],
): readonly { value: FormValue; path: string; at: readonly number[] }[] =>
  list.map((value, index) => ({ value, path: `${path}.${index}`, at: [...at, index] }));

/** The path that a pattern names beside one already found: the stars that both have in their beginning stand for the same items. */
export function pathBeside(pattern: string, at: readonly number[]): string {
  let star = 0;
  return pattern
    .split('.')
    .map((step) => (step === '*' ? `${at[star++] ?? '*'}` : step))
    .join('.');
}

/** "a, b.c" to its paths. */
export const pathList = (parameter: string): readonly string[] =>
  parameter
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');

/**
 * Texts that belong together: of several patterns those in one item of the lists that all have in common, of one pattern
 * those of its innermost list.
 */
export function groupsAt(values: FormValue, patterns: readonly string[]): readonly (readonly FoundText[])[] {
  const stars = commonStars(patterns);
  return grouped(
    patterns.flatMap((pattern) => textsAt(values, pattern)),
    ({ at }) => at.slice(0, stars ?? -1),
  );
}

/** The texts of each list that a pattern names ("cap.*.muc", "cap.*.muc.*"); a text that is in no list stands alone. */
export function listsAt(values: FormValue, pattern: string): readonly (readonly FoundText[])[] {
  const stars = pattern.split('.').filter((step) => step === '*').length;
  return grouped(textsAt(values, pattern), ({ at }) =>
    at.length > stars || pattern.endsWith('*') ? at.slice(0, -1) : at,
  );
}

function grouped(
  texts: readonly FoundText[],
  keyOf: (found: FoundText) => readonly number[],
): readonly (readonly FoundText[])[] {
  const groups = new Map<string, FoundText[]>();
  for (const found of texts) {
    const key = keyOf(found).join('.');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [found]);
    else group.push(found);
  }
  return [...groups.values()];
}

/** How many lists several patterns have in common; undefined for one pattern. */
function commonStars(patterns: readonly string[]): number | undefined {
  const [first = '', ...others] = patterns;
  if (others.length === 0) return undefined;
  const steps = first.split('.');
  const differs = steps.findIndex((step, index) => others.some((other) => other.split('.')[index] !== step));
  return steps.slice(0, differs < 0 ? steps.length : differs).filter((step) => step === '*').length;
}
