import type { FieldDefinition } from '../field.js';
import { isProblem, type Problem, type ScalarResult } from './scalar.js';

/** What a fact says when it cannot be read: that, or something nearer, and how it may be written. */
export const unreadable = (
  code: FactCode,
  text: string,
  field: FieldDefinition,
  expected: string,
  more: {
    readonly message?: string;
    readonly hints?: readonly string[];
    readonly isSlip?: boolean;
  } = {},
): Problem => ({
  code,
  message: more.message ?? `"${field.label}" ghi "${text.trim()}", không đọc được`,
  expected,
  ...(more.hints !== undefined && { hints: more.hints }),
  ...(more.isSlip && { isSlip: true }),
});

const FACT_CODES = ['deadline', 'limit', 'share', 'money', 'moment'] as const;
type FactCode = (typeof FACT_CODES)[number];

/** Under this key a group holds the writer's own sentence, printed in place of what is made of its facts. */
const OWN_WORDS = 'viet_la';

/**
 * A paper may say what no program compares ("sớm", "theo hướng dẫn của cấp trên"): where the group has a field for the
 * writer's own words, a fact that cannot be read is told the way there.
 */
export function withWayOut(
  result: ScalarResult,
  text: string,
  field: FieldDefinition,
  group: FieldDefinition | undefined,
): ScalarResult {
  const own = group?.fields?.find(({ key }) => key === OWN_WORDS);
  if (!isProblem(result) || result.isSlip || group === undefined || own === undefined) return result;
  if (!FACT_CODES.some((code) => code === result.code)) return result;
  // Own words for a whole block would take its other lines away: there the one line goes to the end of the block.
  if (own.type === 'outline') return withHint(result, lineOfItsOwn(text, field, group));
  const line = `${own.label}: ${text.trim()}`;
  // A bare value stands where the group's parts would: there the group is to be written out.
  const example = group.shorthand === field.key ? `${group.label}:\n  ${line}` : line;
  const hint = `Ghi câu của mình ở "${own.label}" và bỏ trống ô này, nếu không thể ghi như trên:\n${example}`;
  return withHint(result, hint);
}

const withHint = (problem: Problem, hint: string | undefined): Problem =>
  hint === undefined ? problem : { ...problem, hints: [...(problem.hints ?? []), hint] };

/** Under this key a group takes lines that are printed behind those made of its facts. */
const FURTHER_LINES = 'noi_dung_khac';

function lineOfItsOwn(text: string, field: FieldDefinition, group: FieldDefinition): string | undefined {
  const further = group.fields?.find(({ key }) => key === FURTHER_LINES);
  if (further === undefined) return undefined;
  const line = `- ${field.label}: ${text.trim()}.`;
  return `Bỏ trống ô này và ghi cả dòng ở "${further.label}", nếu không thể ghi như trên:\n${further.label}: |\n  ${line}`;
}
