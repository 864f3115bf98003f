import type { Problem } from '../../protocol.js';
import { isMissing, LEVELS, levelName } from '../parts/problem-words.js';
import { sentence } from '../parts/sentence.js';

/** The problems of one field, the worst first; read out with the field. */
export function ProblemList({
  id,
  problems,
}: {
  readonly id: string;
  readonly problems: readonly Problem[];
}) {
  if (problems.length === 0) return null;
  const sorted = LEVELS.flatMap((level) => problems.filter(({ severity }) => severity === level));
  return (
    <ul id={id} className="form-problems">
      {sorted.map((problem, index) => (
        // Two problems may say the same of two letters.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew as a whole
        <li key={index} className={`form-problem ${problem.severity}`}>
          <p>
            {!isMissing(problem) && <strong>{levelName(problem.severity)}: </strong>}
            {sentence(problem.message)}
          </p>
          {problem.expected !== undefined && <p className="form-small">Cần có: {problem.expected}</p>}
          {problem.hints.map((hint) => (
            <p key={hint} className="form-small form-hint">
              {sentence(hint)}
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
