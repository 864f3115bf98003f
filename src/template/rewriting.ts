import type { Diagnostic, TextPlace } from '../diagnostic/diagnostic.js';
import { templateError } from './errors.js';
import { type FieldPath, patternOf, resolvePath, type Scope } from './field-path.js';
import type { MarkupPosition } from './markup-position.js';
import * as nodes from './nodes.js';
import type { PrecompileOptions } from './precompiled-template.js';
import type { Site } from './template-value.js';

/** One rewriting of a template with its partials. `position` moves on with the literal text, through all files. */
export interface Rewriting {
  readonly options: PrecompileOptions;
  readonly sites: Site[];
  readonly diagnostics: Diagnostic[];
  position: MarkupPosition;
}

/** Where the rewriting stands: names mean something in a scope, places are in a file, partials hang in others. */
export interface Here {
  readonly scope: Scope;
  readonly placeOf: (node: hbs.AST.Node) => TextPlace;
  readonly within: readonly string[];
}

/** The field that an expression names, or a diagnostic. */
export function fieldOf(expression: hbs.AST.Expression, run: Rewriting, here: Here): FieldPath | undefined {
  const { data, depth, parts, original } = expression as hbs.AST.PathExpression;
  const isPath = expression.type === 'PathExpression';
  const fromRoot = isPath && data && parts[0] === 'root';
  const readable = isPath && (!data || fromRoot);
  const path = readable
    ? resolvePath(here.scope, depth, fromRoot, fromRoot ? parts.slice(1) : parts)
    : undefined;
  if (path) return path;
  const hint = readable
    ? 'Bớt "../" ở đầu tên'
    : 'Viết khóa của trường như kind.yaml khai báo, ví dụ {{trich_yeu}}';
  const place = here.placeOf(expression);
  run.diagnostics.push(
    templateError('unsupported', `"${original}" không phải là tên một trường`, place, [hint]),
  );
  return undefined;
}

/** The parameters with which a helper fetches the field, and a site under which it reports that there is none. */
export function fetchField(
  path: FieldPath,
  at: hbs.AST.Node,
  run: Rewriting,
  here: Here,
): hbs.AST.Expression[] {
  const site = run.sites.push({ place: here.placeOf(at), field: patternOf(path) }) - 1;
  return nodes.fetchParams(site, path, here.scope.level, at.loc);
}

/** The diagnostic for a helper that is none of `known`. */
export const unknownHelper = (name: string, known: readonly string[], place: TextPlace): Diagnostic =>
  templateError('unknown-helper', `Mẫu dùng lệnh không có: "${name}"`, place, [
    `Dùng một trong: ${known.join(', ')}`,
  ]);
