import type { Severity } from '../../../diagnostic/diagnostic.js';
import type { Problem } from '../../protocol.js';
import { SEVERITIES } from './form-store.js';
import { isUnfilled } from './form-values.js';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Sai',
  warning: 'Nên sửa',
  remark: 'Lưu ý',
};

/** The problems of one field, the worst first; read out with the field. */
export function ProblemList({
  id,
  problems,
}: {
  readonly id: string;
  readonly problems: readonly Problem[];
}) {
  if (problems.length === 0) return null;
  const sorted = SEVERITIES.flatMap((severity) =>
    problems.filter((problem) => problem.severity === severity),
  );
  return (
    <ul id={id} className="form-problems">
      {sorted.map((problem) => (
        <li key={`${problem.code} ${problem.message}`} className={`form-problem ${problem.severity}`}>
          <p>
            {!isUnfilled(problem) && <strong>{SEVERITY_WORDS[problem.severity]}: </strong>}
            {problem.message}
          </p>
          {problem.expected !== undefined && <p className="form-small">Cần có: {problem.expected}</p>}
          {problem.hints.map((hint) => (
            <p key={hint} className="form-small form-hint">
              {hint}
            </p>
          ))}
          {problem.clause !== undefined && <p className="form-small form-clause">{problem.clause}</p>}
        </li>
      ))}
    </ul>
  );
}

/** "2 điểm cần xem" beside the heading of a group. */
export function ProblemCount({ hidden }: { readonly hidden: string }) {
  if (hidden === '') return null;
  const [severity, count] = hidden.split(':');
  return <span className={`form-count ${severity}`}>{count} điểm cần xem</span>;
}
