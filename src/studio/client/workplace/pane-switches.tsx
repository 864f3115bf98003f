import { Icon } from '../parts/icon.js';
import { moveFocus } from '../parts/menu.js';
import { PANE_WORDS, PANES, type PaneName, type PanesLayout } from './panes-layout.js';

interface PaneSwitchesProps {
  readonly layout: PanesLayout;
  readonly onToggle: (pane: PaneName) => void;
}

/** Which panes are open, side by side. */
export function PaneSwitches({ layout, onToggle }: PaneSwitchesProps) {
  return (
    <fieldset className="pane-switches" aria-label="Các phần hiện trên màn hình">
      {PANES.map((name) => (
        <button
          key={name}
          type="button"
          className="button"
          aria-pressed={layout.open[name]}
          aria-controls={layout.open[name] ? `pane-${name}` : undefined}
          onClick={() => onToggle(name)}
        >
          <Icon name={name} />
          {PANE_WORDS[name]}
        </button>
      ))}
    </fieldset>
  );
}

interface PaneTabsProps {
  readonly current: PaneName;
  readonly onPane: (pane: PaneName) => void;
}

/** On a narrow screen one pane at a time. */
export function PaneTabs({ current, onPane }: PaneTabsProps) {
  return (
    <div
      className="pane-tabs"
      role="tablist"
      aria-label="Các phần"
      onKeyDown={(event) => {
        if (moveFocus(event, '[role="tab"]')) event.preventDefault();
      }}
    >
      {PANES.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === current}
          aria-controls={`pane-${name}`}
          tabIndex={name === current ? 0 : -1}
          onClick={() => onPane(name)}
        >
          <Icon name={name} />
          {PANE_WORDS[name]}
        </button>
      ))}
    </div>
  );
}
