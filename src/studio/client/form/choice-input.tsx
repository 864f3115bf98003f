import { blankLabel, chosen, writtenAs } from './choices.js';
import { ariaOf, type ControlProps } from './control.js';
import { useWork } from './form-context.js';
import { textOf } from './form-edit.js';

/** One of few choices, all seen. */
export function RadioInput(props: ControlProps) {
  const { id, field, path, value } = props;
  const { change, place } = useWork();
  const text = textOf(value);
  const { current, other } = stateOf(props);
  const set = (written: string): void => change([{ type: 'set', path, value: written }]);
  return (
    <div
      id={id}
      role="radiogroup"
      tabIndex={-1}
      className="form-radios"
      {...ariaOf(props)}
      onFocus={() => place(path, 0)}
    >
      {(!field.required || text === '') && (
        <label>
          <input type="radio" name={id} checked={text.trim() === ''} onChange={() => set('')} />
          <span className="form-blank">{blankLabel(field)}</span>
        </label>
      )}
      {(field.choices ?? []).map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={id}
            checked={current === choice}
            onChange={() => set(writtenAs(field, choice))}
          />
          <span>{choice.label}</span>
        </label>
      ))}
      {other && (
        <label>
          <input type="radio" name={id} checked readOnly />
          <span>{text} (không có trong các lựa chọn)</span>
        </label>
      )}
    </div>
  );
}

/** One of many choices. */
export function SelectInput(props: ControlProps) {
  const { id, field, path, value } = props;
  const { change, place } = useWork();
  const text = textOf(value);
  const { current, other } = stateOf(props);
  const choices = field.choices ?? [];
  return (
    <select
      id={id}
      className="form-select"
      {...ariaOf(props)}
      value={other ? OTHER : (current?.value ?? '')}
      onFocus={() => place(path, 0)}
      onChange={(event) => {
        const choice = choices.find((one) => one.value === event.target.value);
        change([{ type: 'set', path, value: choice === undefined ? '' : writtenAs(field, choice) }]);
      }}
    >
      {(!field.required || text === '') && <option value="">{blankLabel(field)}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
      {other && <option value={OTHER}>{text} (không có trong các lựa chọn)</option>}
    </select>
  );
}

/** No choice's value has a line end. */
const OTHER = '\n';

function stateOf({ field, value }: ControlProps) {
  const current = chosen(field, textOf(value));
  return { current, other: current === undefined && textOf(value).trim() !== '' };
}
