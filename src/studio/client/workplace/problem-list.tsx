import type { Severity } from '../../../diagnostic/diagnostic.js';
import type { Problem } from '../../protocol.js';
import { LEVEL_WORDS, LEVELS } from '../parts/problem-words.js';
import { sentence } from '../parts/sentence.js';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** Absent where a problem leads nowhere on this page. */
  readonly onPick?: (problem: Problem) => void;
}

/** Problems by level, the worst first; each leads to its place. */
export function ProblemList({ problems, onPick }: ProblemListProps) {
  return (
    <div className="problem-list">
      {LEVELS.map((level) => {
        const found = problems.filter(({ severity }) => severity === level);
        return found.length === 0 ? null : (
          <Level key={level} level={level} problems={found} {...(onPick && { onPick })} />
        );
      })}
    </div>
  );
}

interface LevelProps extends ProblemListProps {
  readonly level: Severity;
}

function Level({ level, problems, onPick }: LevelProps) {
  return (
    <section className={`level ${level}`}>
      <h3>
        {LEVEL_WORDS[level]} <span className="count">{problems.length}</span>
      </h3>
      <ul className="plain">
        {problems.map((problem, index) => (
          // Two problems may say the same of two places.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew as a whole
          <li key={index} className="problem">
            <ProblemWords problem={problem} {...(onPick && { onPick })} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProblemWords({
  problem,
  onPick,
}: {
  readonly problem: Problem;
  readonly onPick?: (problem: Problem) => void;
}) {
  const { message, label, elsewhere, hints, clause } = problem;
  const leads = onPick !== undefined && (problem.path !== undefined || problem.range !== undefined);
  return (
    <>
      {leads ? (
        <button type="button" className="problem-link" onClick={() => onPick(problem)}>
          {sentence(message)}
        </button>
      ) : (
        <p>{sentence(message)}</p>
      )}
      <p className="problem-more">
        {[label, elsewhere, clause].filter((part) => part !== undefined && part !== '').join(' · ')}
      </p>
      {hints.map((hint) => (
        <p key={hint} className="problem-hint">
          {sentence(hint)}
        </p>
      ))}
    </>
  );
}
