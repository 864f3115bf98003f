import { useRef, useState } from 'react';
import { readDate } from '../../../form/types/date.js';
import { isProblem } from '../../../form/types/scalar.js';
import { startDay, typedDate } from './calendar.js';
import { CalendarDialog } from './calendar-dialog.js';
import { ariaOf, type ControlProps } from './control.js';
import { useWork } from './form-context.js';
import { CalendarIcon } from './icons.js';
import { dateMeaning } from './meaning.js';
import { TypedLine } from './typed-line.js';
import { useDraft } from './use-draft.js';

/** A date as typed, whole or not, and a calendar that types one. */
export function DateInput(props: ControlProps) {
  const { id, field, path } = props;
  const { nearDate } = useWork();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const draft = useDraft(path, props.value);
  const read = readDate(draft.text, field);
  const iso = isProblem(read) ? '' : read.value;
  const meaning = dateMeaning(iso);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const leave = (to: Node): void => {
    // The button itself closes what it opened.
    if (button.current?.contains(to) !== true) setOpen(false);
  };
  return (
    <div className="form-date">
      <span className="form-beside">
        <TypedLine id={id} path={path} draft={draft} aria={ariaOf(props)} className="form-line date" />
        <button
          ref={button}
          type="button"
          className="form-icon-button"
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          aria-label={`Chọn ngày trên lịch: ${field.label}`}
          title="Chọn ngày trên lịch"
          onClick={() => setOpen(!isOpen)}
        >
          <CalendarIcon />
        </button>
        {meaning !== undefined && <span className="form-meaning">{meaning}</span>}
      </span>
      {isOpen && (
        <CalendarDialog
          label={`Lịch: ${field.label}`}
          start={startDay(iso, nearDate())}
          picked={iso}
          onPick={(day) => {
            draft.type(typedDate(day));
            close();
          }}
          onClose={close}
          onLeave={leave}
        />
      )}
    </div>
  );
}
