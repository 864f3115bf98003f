import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon.js';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}

/** A window over the page, which keeps the focus in it and gives it back. */
export function Dialog({ title, onClose, children, isWide = false }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={isWide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id} className="dialog-head">
        {title}
      </h2>
      <div className="dialog-body">{children}</div>
      {/* Last, so that the first answer has the focus when the window opens. */}
      <button type="button" className="button quiet square dialog-close" aria-label="Đóng" onClick={onClose}>
        <Icon name="close" />
      </button>
    </dialog>
  );
}
