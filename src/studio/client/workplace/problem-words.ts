import type { Severity } from '../../../diagnostic/diagnostic.js';
import type { Problem } from '../../protocol.js';

export const LEVELS: readonly Severity[] = ['error', 'warning', 'remark'];

export const LEVEL_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Sai, phải sửa',
  warning: 'Nên sửa',
  remark: 'Lưu ý',
};

const COUNT_WORDS: Readonly<Record<Severity, string>> = {
  error: 'sai',
  warning: 'nên sửa',
  remark: 'lưu ý',
};

/** "2 sai, 1 nên sửa"; "" where there is nothing. */
export function countWords(problems: readonly Problem[]): string {
  return LEVELS.flatMap((level) => {
    const count = problems.filter(({ severity }) => severity === level).length;
    return count === 0 ? [] : [`${count} ${COUNT_WORDS[level]}`];
  }).join(', ');
}

/** The worst level there is. */
export const worstLevel = (problems: readonly Problem[]): Severity | undefined =>
  LEVELS.find((level) => problems.some(({ severity }) => severity === level));
