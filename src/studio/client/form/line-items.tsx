import { type ClipboardEvent, memo } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { Control } from './control-of.js';
import type { ShownList } from './field-parts.js';
import { fieldId, useProblems, useWork } from './form-context.js';
import { dropClass, dropProps, Grip, ItemButtons } from './item-buttons.js';
import { pastedLines } from './pasted-lines.js';
import { ProblemList } from './problem-list.js';

/** A list of scalars: one row each. */
export function LineItems({ field, path, list, labelledBy }: ShownList) {
  const { item } = field;
  if (item === undefined || list.items.length === 0) return null;
  // Several lines pasted into one row become rows of their own.
  const onPaste = (index: number, event: ClipboardEvent): void => {
    const lines = pastedLines(event.clipboardData.getData('text/plain'));
    const target = event.target;
    if (lines.length < 2 || !(target instanceof HTMLTextAreaElement) || target.value.trim() !== '') return;
    event.preventDefault();
    list.replace(index, lines);
  };
  return (
    <ol className="form-lines">
      {list.items.map((value, index) => (
        <li
          key={list.ids[index]}
          data-item={`${path}.${index}`}
          className={`form-line-item${dropClass(list, index)}`}
          onPaste={(event) => onPaste(index, event)}
          {...dropProps({ list, index })}
        >
          <Grip list={list} index={index} />
          <LineItem field={item} path={`${path}.${index}`} value={value} labelledBy={labelledBy} />
          <ItemButtons list={list} index={index} name={`mục ${index + 1} của ${field.label}`} />
        </li>
      ))}
    </ol>
  );
}

interface LineItemProps {
  readonly field: FieldDefinition;
  readonly path: string;
  readonly value: FormValue;
  readonly labelledBy: string;
}

const LineItem = memo(function LineItem({ field, path, value, labelledBy }: LineItemProps) {
  const work = useWork();
  const problems = useProblems(path);
  const id = fieldId(work, path);
  const number = Number(path.slice(path.lastIndexOf('.') + 1)) + 1;
  return (
    <div className="form-line-control">
      <span id={`${id}-number`} className="form-heard">
        mục {number}
      </span>
      <Control
        id={id}
        field={field}
        path={path}
        value={value}
        labelledBy={`${labelledBy} ${id}-number`}
        describedBy={problems.length > 0 ? `${id}-problems` : undefined}
        isWrong={problems.some(({ severity }) => severity === 'error')}
        isTight
      />
      <ProblemList id={`${id}-problems`} problems={problems} />
    </div>
  );
});
