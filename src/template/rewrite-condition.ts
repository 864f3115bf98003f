import { templateError } from './errors.js';
import { patternOf } from './field-path.js';
import * as nodes from './nodes.js';
import { fetchField, fieldOf, type Here, type Rewriting, unknownHelper } from './rewriting.js';

/** What a condition may call. */
export const CONDITION_HELPERS = ['eq', 'and', 'or', 'not', 'filled', 'any', 'begins', 'ends'] as const;

/** `field`, `"word"`, `@first`, `(eq field "word")`: a field is fetched, so that one that is missing is found here too. */
export function rewriteCondition(
  expression: hbs.AST.Expression,
  run: Rewriting,
  here: Here,
): hbs.AST.Expression | undefined {
  if (expression.type === 'StringLiteral') return expression;
  if (expression.type === 'PathExpression')
    return rewriteOperand(expression as hbs.AST.PathExpression, run, here);
  if (expression.type !== 'SubExpression') {
    const hints = ['Viết tên một trường, hoặc (eq trường "giá trị")'];
    const place = here.placeOf(expression);
    run.diagnostics.push(templateError('unsupported', 'Điều kiện này không đọc được', place, hints));
    return undefined;
  }
  const { path, params, loc } = expression as hbs.AST.SubExpression;
  if (!CONDITION_HELPERS.some((name) => name === path.original)) {
    run.diagnostics.push(unknownHelper(path.original, CONDITION_HELPERS, here.placeOf(expression)));
    return undefined;
  }
  if (path.original === 'any') declareItemField(params, run, here);
  const operands = params.map((param) => rewriteCondition(param, run, here));
  const readable = operands.filter((operand) => operand !== undefined);
  return readable.length === operands.length ? nodes.subExpression(path.original, readable, loc) : undefined;
}

function rewriteOperand(
  path: hbs.AST.PathExpression,
  run: Rewriting,
  here: Here,
): hbs.AST.Expression | undefined {
  const isFlag =
    path.data && path.parts.length === 1 && (path.parts[0] === 'first' || path.parts[0] === 'last');
  if (isFlag && path.depth < here.scope.level) return path;
  const field = fieldOf(path, run, here);
  return field && nodes.subExpression('$value', fetchField(field, path, run, here), path.loc);
}

/** `(any list "key")`: the key must be a field of the list's items, as if it were printed. */
function declareItemField([list, key]: readonly hbs.AST.Expression[], run: Rewriting, here: Here): void {
  const path = list && fieldOf(list, run, here);
  if (!path || key?.type !== 'StringLiteral') return;
  const field = `${patternOf(path)}.*.${(key as hbs.AST.StringLiteral).value}`;
  run.sites.push({ place: here.placeOf(key), field });
}
