import type { ClipboardEventHandler, ReactNode } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { Control } from './control-of.js';
import type { ShownList } from './field-parts.js';
import { fieldId, useProblems, useWork } from './form-context.js';
import { dropClass, dropProps, Grip, ItemButtons } from './item-buttons.js';
import { ProblemList } from './problem-list.js';

interface ItemRowProps extends Pick<ShownList, 'field' | 'path' | 'list'> {
  readonly index: number;
  readonly onPaste?: ClipboardEventHandler;
  readonly children: ReactNode;
}

/** An item of a list in a row: where it is taken hold of, what is typed, what can be done to it. */
export function ItemRow({ field, path, list, index, onPaste, children }: ItemRowProps) {
  return (
    <li
      data-item={`${path}.${index}`}
      className={`form-line-item${dropClass(list, index)}`}
      {...(onPaste && { onPaste })}
      {...dropProps({ list, index })}
    >
      <Grip list={list} index={index} />
      {children}
      <ItemButtons list={list} index={index} name={`mục ${index + 1} của ${field.label}`} />
    </li>
  );
}

interface ItemControlProps {
  readonly field: FieldDefinition;
  /** Of what is typed: the item's, or of its main field. */
  readonly path: string;
  /** Of the item. */
  readonly itemPath: string;
  readonly value: FormValue | undefined;
  readonly labelledBy: string;
}

/** What is typed in a row, named by its list and its number, with its problems. */
export function ItemControl({ field, path, itemPath, value, labelledBy }: ItemControlProps) {
  const work = useWork();
  const problems = useProblems(path);
  const id = fieldId(work, path);
  const number = Number(itemPath.slice(itemPath.lastIndexOf('.') + 1)) + 1;
  return (
    <>
      <span id={`${id}-number`} className="only-heard">
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
    </>
  );
}
