import type { FieldDefinition } from '../../../form/field.js';
import { blankLabel, chosen, writtenAs } from './choices.js';
import { ariaOf, type ControlProps } from './control.js';
import { useWork } from './form-context.js';
import { useDraft } from './use-draft.js';

/** One of few choices, all seen. What is chosen is shown at once, so that the next arrow key goes on from there. */
export function RadioInput(props: ControlProps) {
  const { id, field, path, value } = props;
  const { place } = useWork();
  const { text, type: set } = useDraft(path, value);
  const { current, other } = stateOf(field, text);
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
  const { place } = useWork();
  const { text, type: set } = useDraft(path, value);
  const { current, other } = stateOf(field, text);
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
        set(choice === undefined ? '' : writtenAs(field, choice));
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

function stateOf(field: FieldDefinition, text: string) {
  const current = chosen(field, text);
  return { current, other: current === undefined && text.trim() !== '' };
}
