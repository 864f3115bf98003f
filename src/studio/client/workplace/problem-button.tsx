import { useEffect, useState } from 'react';
import type { Problem } from '../../protocol.js';
import { Icon } from '../parts/icon.js';
import { countWords, worstLevel } from '../parts/problem-words.js';
import { useStudioState } from '../studio-context.js';

/** While somebody types, the number may jump about; it is read out when it stands still. */
const STILL = 1_500;

const NONE: readonly Problem[] = [];

interface ProblemButtonProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** How much is to be looked at, and the way to the list. */
export function ProblemButton({ isOpen, onToggle }: ProblemButtonProps) {
  const problems = useStudioState((state) => state.look?.problems ?? NONE);
  const isLooked = useStudioState((state) => state.look !== undefined);
  const words = countWords(problems);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (!isLooked) return;
    const said = words === '' ? 'Không có điểm nào cần xem' : `Điểm cần xem: ${words}`;
    const timer = setTimeout(() => setSpoken(said), STILL);
    return () => clearTimeout(timer);
  }, [words, isLooked]);
  const level = worstLevel(problems) ?? 'none';
  return (
    <>
      <button
        type="button"
        className={`button problem-button ${level}`}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        <Icon name={level === 'none' ? 'check' : 'alert'} />
        <span className="wide-only">{words === '' ? 'Không có điểm cần xem' : words}</span>
        <span className="narrow-only" aria-hidden="true">
          {problems.length}
        </span>
      </button>
      <span className="only-heard" role="status" aria-live="polite">
        {spoken}
      </span>
    </>
  );
}
