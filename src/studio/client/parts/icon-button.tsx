import { Icon, type IconName } from './icon.js';

interface IconButtonProps {
  readonly icon: IconName;
  /** What it does, for who cannot see the icon. */
  readonly label: string;
  /** Under the pointer, with its key: "Hoàn tác (Ctrl+Z)". */
  readonly title?: string;
  readonly className?: string;
  readonly isDisabled?: boolean;
  /** Of one that switches something on and off. */
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

/** A small button that shows an icon alone. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, title = label, className = '', isDisabled, isPressed, onClick } = props;
  return (
    <button
      type="button"
      className={`button quiet square ${className}`.trim()}
      aria-label={label}
      title={title}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
