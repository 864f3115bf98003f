import type { KeyboardEvent, PointerEvent } from 'react';
import { PANE_WORDS, type PaneName } from './panes-layout.js';

interface PaneDividerProps {
  readonly left: PaneName;
  readonly right: PaneName;
  /** The left one's part of both. */
  readonly part: number;
  readonly onPart: (part: number) => void;
}

const STEP = 0.04;

/** Between two panes: dragged, or moved by arrow keys; Home and End make one as narrow as it may be. */
export function PaneDivider({ left, right, part, onPart }: PaneDividerProps) {
  const onKey = (event: KeyboardEvent): void => {
    const next: Readonly<Record<string, number>> = {
      ArrowLeft: part - STEP,
      ArrowRight: part + STEP,
      Home: 0,
      End: 1,
    };
    const wanted = next[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    onPart(wanted);
  };
  const onMove = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const [before, after] = [
      event.currentTarget.previousElementSibling,
      event.currentTarget.nextElementSibling,
    ];
    if (before === null || after === null) return;
    const start = before.getBoundingClientRect().left;
    const end = after.getBoundingClientRect().right;
    onPart((event.clientX - start) / (end - start));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      className="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={`Độ rộng của ${PANE_WORDS[left]} và ${PANE_WORDS[right]}`}
      aria-valuenow={Math.round(part * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      tabIndex={0}
      onKeyDown={onKey}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onMove}
      onDoubleClick={() => onPart(0.5)}
    />
  );
}
