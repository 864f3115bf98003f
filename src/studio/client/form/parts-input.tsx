import type { FieldDefinition } from '../../../form/field.js';
import { partsOf } from '../../../form/key-table.js';
import { ariaOf, type ControlProps } from './control.js';
import { partOf, textOf } from './form-edit.js';
import { TypedLine } from './typed-line.js';
import { useDraft } from './use-draft.js';

/** Short parts side by side: four margins, a number and its symbol, a name and an office. */
export function PartsInput(props: ControlProps) {
  const { field, id, value } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset here would stand inside the label of another.
    <div
      id={id}
      role="group"
      tabIndex={-1}
      className={`form-parts ${field.type}`}
      aria-labelledby={props.labelledBy}
      {...(props.describedBy !== undefined && { 'aria-describedby': props.describedBy })}
    >
      {partsOf(field).map((part) => (
        <PartInput key={part.key} whole={props} part={part} value={textOf(partOf(value, part.key))} />
      ))}
      {field.type === 'margins' && <span className="form-unit">mm</span>}
    </div>
  );
}

function PartInput({
  whole,
  part,
  value,
}: {
  readonly whole: ControlProps;
  readonly part: FieldDefinition;
  readonly value: string;
}) {
  const path = `${whole.path}.${part.key}`;
  const draft = useDraft(path, value);
  const [id, labelId] = [`${whole.id}.${part.key}`, `${whole.id}.${part.key}-label`];
  const { 'aria-labelledby': _, ...aria } = ariaOf(whole);
  return (
    <span className={`form-part ${part.key}`}>
      <label id={labelId} htmlFor={id}>
        {part.label}
      </label>
      <TypedLine id={id} path={path} draft={draft} aria={aria} isNumber={part.type === 'number'} />
    </span>
  );
}
