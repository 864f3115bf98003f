/** A step from the form's values to a value: a key, or the position in the list that an `{{#each}}` walks through. */
export type Segment =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'index'; readonly level: number };

/** The steps from the outermost in; none is the form itself. */
export type FieldPath = readonly Segment[];

/**
 * What names are looked up in. `contexts`: what `this`, `..`, `../..` mean, innermost last. `level`: how many lists are
 * being walked through. Known before any form is read, since contexts change at `{{#each}}` and partials only.
 */
export interface Scope {
  readonly contexts: readonly FieldPath[];
  readonly level: number;
}

/** Where a template begins: names are looked up in the form itself. */
export const ROOT_SCOPE: Scope = { contexts: [[]], level: 0 };

/** "kem_theo.*.ten" */
export const patternOf = (path: FieldPath): string =>
  path.map((segment) => (segment.type === 'key' ? segment.key : '*')).join('.');

/** Inside `{{#each path}}`. */
export const enterList = (scope: Scope, path: FieldPath): Scope => ({
  contexts: [...scope.contexts, [...path, { type: 'index', level: scope.level }]],
  level: scope.level + 1,
});

/** Inside a partial that was given a path. */
export const enterContext = (scope: Scope, path: FieldPath): Scope => ({
  ...scope,
  contexts: [...scope.contexts, path],
});

/** `ten`, `this`, `../ten`, `@root.ten`; undefined where there are more `..` than contexts. */
export function resolvePath(
  scope: Scope,
  depth: number,
  fromRoot: boolean,
  keys: readonly string[],
): FieldPath | undefined {
  const base = fromRoot ? [] : scope.contexts.at(-1 - depth);
  return base && [...base, ...keys.map((key): Segment => ({ type: 'key', key }))];
}
