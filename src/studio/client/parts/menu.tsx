import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './icon.js';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly icon?: IconName;
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

interface MenuProps {
  readonly label: ReactNode;
  readonly spoken?: string;
  readonly className?: string;
  readonly items: readonly MenuItem[];
}

/** A button with a list of things to do under it; arrow keys go through it. */
export function Menu({ label, spoken, className = 'button', items }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    whole.current?.querySelector<HTMLElement>('[role^="menuitem"]:not(:disabled)')?.focus();
    const leave = (event: Event): void => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') close();
    else if (!moveFocus(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="menu" ref={whole}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={spoken}
        title={spoken}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </button>
      {isOpen && (
        <div id={id} className="menu-list" role="menu" tabIndex={-1} aria-label={spoken} onKeyDown={onKey}>
          {items.map((item) => (
            <MenuEntry key={item.key} item={item} onDone={close} />
          ))}
        </div>
      )}
    </div>
  );
}

function MenuEntry({ item, onDone }: { readonly item: MenuItem; readonly onDone: () => void }) {
  const isSwitch = item.isOn !== undefined;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: only the checkbox of a menu bears it
    <button
      type="button"
      className="menu-item"
      role={isSwitch ? 'menuitemcheckbox' : 'menuitem'}
      aria-checked={isSwitch ? item.isOn : undefined}
      disabled={item.isDisabled}
      tabIndex={-1}
      onClick={() => {
        onDone();
        item.run();
      }}
    >
      {isSwitch ? (
        <span className="menu-mark">{item.isOn && <Icon name="check" />}</span>
      ) : (
        item.icon && <Icon name={item.icon} />
      )}
      <span>
        {item.label}
        {item.help && <span className="menu-help">{item.help}</span>}
      </span>
    </button>
  );
}

/** Arrow keys, Home and End go through the entries of a menu or the tabs of a list. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, entries = '[role^="menuitem"]'): boolean {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(`${entries}:not(:disabled)`)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const last = all.length - 1;
  const next: Readonly<Record<string, number>> = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowRight: at === last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    ArrowLeft: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const target = next[event.key];
  if (target === undefined || last < 0) return false;
  all[target]?.focus();
  return true;
}
