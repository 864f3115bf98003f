import type { z } from 'zod';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { exampleOf } from './example-of.js';
import type { FieldDefinition, KindFields } from './field.js';
import { partsOf } from './key-table.js';
import { labelOf } from './labels.js';
import type { Places, RawPlace } from './raw.js';
import { placeIn, type Shape } from './shape-findings.js';
import { sourceRange } from './source-text.js';
import type { Problem } from './types/scalar.js';

/** What is known of values that were shaped. */
export interface Shaped {
  readonly file: string;
  readonly places: Places;
  readonly faulty: ReadonlySet<string>;
}

/** The schema's issues as findings with places; of values whose shape was refused already nothing is said again. */
export function toDiagnostics(
  issues: readonly z.core.$ZodIssue[],
  shape: Shaped,
  kind: KindFields,
): readonly Diagnostic[] {
  return issues.flatMap((issue) => {
    const path = issue.path.join('.');
    if (isFaulty(shape, path)) return [];
    const problem = (issue.code === 'custom' ? issue.params : undefined) as Problem | undefined;
    return [toDiagnostic(problem ?? { code: 'value', message: issue.message }, path, shape, kind)];
  });
}

const isFaulty = (shape: Shaped, path: string): boolean =>
  [...shape.faulty].some((faulty) => path === faulty || path.startsWith(`${faulty}.`));

function toDiagnostic(problem: Problem, path: string, shape: Shaped, kind: KindFields): Diagnostic {
  const label = labelOf(kind.fields, path);
  const actual = shape.places.get(path)?.value?.text;
  const hints = problem.hints ?? (problem.code === 'missing' ? missingHints(kind.fields, path) : undefined);
  const parent = path.split('.').slice(0, -1).join('.');
  const within =
    problem.code === 'missing' && parent !== '' ? ` trong "${labelOf(kind.fields, parent)}"` : '';
  const isEmpty = problem.code === 'missing' && shape.places.get(path)?.key !== undefined;
  const place = placeOf(shape, path, problem);
  return {
    code: `form/${problem.code}`,
    severity: problem.severity ?? 'error',
    message: isEmpty ? `"${label.split(' > ').at(-1)}"${within} còn để trống` : problem.message + within,
    ...(place !== undefined && { place }),
    field: label,
    ...(actual !== undefined && actual !== '' && { actual }),
    ...(problem.expected !== undefined && { expected: problem.expected }),
    ...(hints !== undefined && hints.length > 0 && { hints }),
  };
}

/** The value's place; of a missing value the place of what should hold it, at last the beginning of the form's first field. */
function placeOf(shape: Shaped, path: string, problem: Problem): Place | undefined {
  const own = shape.places.get(path);
  if (own?.value !== undefined && problem.start !== undefined) {
    const range = sourceRange(own.value, problem.start, problem.end ?? problem.start);
    if (range !== undefined) return placeIn(placeOwner(shape, own), range.start, range.end);
  }
  for (let at = path; at !== ''; at = at.split('.').slice(0, -1).join('.')) {
    const found = shape.places.get(at);
    if (found === undefined) continue;
    const { start, end } = problem.code === 'missing' ? (found.key ?? found) : found;
    return placeIn(placeOwner(shape, found), start, end);
  }
  const { start = 0 } = shape.places.get('loai_van_ban')?.key ?? {};
  return { file: shape.file, start, end: start };
}

const placeOwner = ({ file }: Shaped, { layer }: RawPlace): Pick<Shape, 'file' | 'layer'> =>
  layer === undefined ? { file } : { file, layer };

/** Shows how the missing field is written. */
function missingHints(fields: readonly FieldDefinition[], path: string): string[] {
  let field: FieldDefinition | undefined;
  let siblings = fields;
  for (const step of path.split('.')) {
    field = /^\d+$/.test(step) ? field?.item : siblings.find((candidate) => candidate.key === step);
    siblings = field === undefined ? [] : partsOf(field);
  }
  return field === undefined ? [] : [`Thêm:\n${exampleOf(field)}`];
}
