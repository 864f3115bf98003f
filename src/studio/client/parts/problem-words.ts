import type { Severity } from '../../../diagnostic/diagnostic.js';
import { SEVERITY_NAMES } from '../../../diagnostic/render-diagnostics.js';
import type { Problem } from '../../protocol.js';

export const LEVELS: readonly Severity[] = ['error', 'warning', 'remark'];

export const LEVEL_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Sai, phải sửa',
  warning: 'Nên sửa',
  remark: 'Lưu ý',
};

/** Before a message: "Nên sửa". */
export function levelName(level: Severity): string {
  const word = SEVERITY_NAMES[level];
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** What must be filled in and is not yet: nobody did anything wrong. */
export const isMissing = ({ code }: Pick<Problem, 'code'>): boolean => code === 'form/missing';

/** "2 sai, 1 nên sửa", "còn thiếu 5 ô"; "" where there is nothing. */
export function countWords(problems: readonly Problem[]): string {
  const missing = problems.filter(isMissing).length;
  const counts = LEVELS.flatMap((level) => {
    const count = problems.filter((one) => one.severity === level && !isMissing(one)).length;
    return count === 0 ? [] : [`${count} ${SEVERITY_NAMES[level]}`];
  });
  return [...counts, ...(missing === 0 ? [] : [`còn thiếu ${missing} ô`])].join(', ');
}

/** The worst level there is; what is only missing still is less than wrong. */
export const worstLevel = (problems: readonly Problem[]): Severity | undefined =>
  LEVELS.find((level) => problems.some((one) => levelOf(one) === level));

const levelOf = (problem: Problem): Severity => (isMissing(problem) ? 'warning' : problem.severity);
