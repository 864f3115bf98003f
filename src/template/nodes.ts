import type { FieldPath } from './field-path.js';

/** Makers of Handlebars syntax nodes; `loc` only serves error messages of Handlebars itself. */
type Location = hbs.AST.SourceLocation;

/** For nodes that stand in no template. */
export const NOWHERE: Location = { source: '', start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };
const NO_STRIP: hbs.AST.StripFlags = { open: false, close: false };

/** As Handlebars' parser gives it where there are none. */
const noHash = undefined as unknown as hbs.AST.Hash;

/** Literal text. */
export const content = (value: string, loc: Location): hbs.AST.ContentStatement => ({
  type: 'ContentStatement',
  value,
  original: NO_STRIP,
  loc,
});

/** A template, or the inside of a block. */
export const program = (body: readonly hbs.AST.Statement[], loc: Location): hbs.AST.Program => ({
  type: 'Program',
  body: [...body],
  blockParams: [],
  loc,
});

const name = (original: string, loc: Location): hbs.AST.PathExpression => ({
  type: 'PathExpression',
  data: false,
  depth: 0,
  parts: [original],
  original,
  loc,
});

/** `@index`, `@../index`, `@first` … */
const dataVariable = (variable: string, depth: number, loc: Location): hbs.AST.PathExpression => ({
  type: 'PathExpression',
  data: true,
  depth,
  parts: [variable],
  original: `@${'../'.repeat(depth)}${variable}`,
  loc,
});

/** `{{helper params}}`, escaped. */
export const mustache = (
  helper: string,
  params: readonly hbs.AST.Expression[],
  loc: Location,
): hbs.AST.Statement => {
  const node: hbs.AST.MustacheStatement = {
    type: 'MustacheStatement',
    path: name(helper, loc),
    params: [...params],
    hash: noHash,
    escaped: true,
    strip: NO_STRIP,
    loc,
  };
  return node;
};

/** `(helper params)` */
export const subExpression = (
  helper: string,
  params: readonly hbs.AST.Expression[],
  loc: Location,
): hbs.AST.SubExpression => ({
  type: 'SubExpression',
  path: name(helper, loc),
  params: [...params],
  hash: noHash,
  loc,
});

/** `{{#helper param}}inner{{else}}inverse{{/helper}}` */
export const block = (
  helper: string,
  param: hbs.AST.Expression,
  inner: hbs.AST.Program,
  inverse: hbs.AST.Program | undefined,
  loc: Location,
): hbs.AST.Statement => {
  const node: hbs.AST.BlockStatement = {
    type: 'BlockStatement',
    path: name(helper, loc),
    params: [param],
    hash: noHash,
    program: inner,
    inverse: inverse as hbs.AST.Program,
    openStrip: NO_STRIP,
    inverseStrip: NO_STRIP,
    closeStrip: NO_STRIP,
    loc,
  };
  return node;
};

/** What a fetching helper gets: the number of the site, then the path's keys and, for list items, the running index. */
export function fetchParams(
  site: number,
  path: FieldPath,
  level: number,
  loc: Location,
): hbs.AST.Expression[] {
  const number: hbs.AST.NumberLiteral = { type: 'NumberLiteral', value: site, original: site, loc };
  const steps = path.map((segment): hbs.AST.Expression => {
    if (segment.type === 'index') return dataVariable('index', level - 1 - segment.level, loc);
    const key: hbs.AST.StringLiteral = {
      type: 'StringLiteral',
      value: segment.key,
      original: segment.key,
      loc,
    };
    return key;
  });
  return [number, ...steps];
}
