import type { FieldDefinition } from '../../../form/field.js';
import { partsOf } from '../../../form/key-table.js';
import { Control } from './control-of.js';
import { helpOf, LabelWords, ProblemsAt } from './field-parts.js';
import type { FieldProps } from './form-context.js';
import { fieldId, useProblems, useWork } from './form-context.js';
import { ProblemList } from './problem-list.js';
import { widgetOf } from './widget-of.js';

/** A field that is typed or chosen in one place, with its label, help and problems. */
export function SimpleField({ field, path, value, headedBy }: FieldProps) {
  const work = useWork();
  const problems = useProblems(path);
  const id = fieldId(work, path);
  const widget = widgetOf(field);
  const help = helpOf(field);
  const ids = [
    help !== '' && `${id}-help`,
    problems.length > 0 && `${id}-problems`,
    ...(widget === 'parts' ? partsOf(field).map(({ key }) => `${id}.${key}-problems`) : []),
  ];
  // What is typed in is named by a label; a row of parts or choices by a text.
  const isTyped = widget !== 'parts' && widget !== 'radios' && widget !== 'outline';
  return (
    <div className={`form-field ${widget}`} data-path={path}>
      {headedBy === undefined && <FieldLabel id={id} field={field} isTyped={isTyped} />}
      {help !== '' && (
        <p id={`${id}-help`} className="form-help">
          {help}
        </p>
      )}
      <Control
        id={id}
        field={field}
        path={path}
        value={value}
        labelledBy={headedBy ?? `${id}-label`}
        describedBy={ids.filter(Boolean).join(' ') || undefined}
        isWrong={problems.some(({ severity }) => severity === 'error')}
      />
      <ProblemList id={`${id}-problems`} problems={problems} />
      {widget === 'parts' &&
        partsOf(field).map(({ key }) => <ProblemsAt key={key} path={`${path}.${key}`} />)}
    </div>
  );
}

interface FieldLabelProps {
  readonly id: string;
  readonly field: FieldDefinition;
  readonly isTyped: boolean;
}

function FieldLabel({ id, field, isTyped }: FieldLabelProps) {
  const words = <LabelWords field={field} />;
  return isTyped ? (
    <label id={`${id}-label`} className="form-label" htmlFor={id}>
      {words}
    </label>
  ) : (
    <span id={`${id}-label`} className="form-label">
      {words}
    </span>
  );
}
