import { type ClipboardEvent, memo } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import type { ShownList } from './field-parts.js';
import { ItemControl, ItemRow } from './item-row.js';
import { pastedLines } from './pasted-lines.js';

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
        <ItemRow
          key={list.ids[index]}
          field={field}
          path={path}
          list={list}
          index={index}
          onPaste={(event) => onPaste(index, event)}
        >
          <LineItem field={item} path={`${path}.${index}`} value={value} labelledBy={labelledBy} />
        </ItemRow>
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

const LineItem = memo(function LineItem(props: LineItemProps) {
  return (
    <div className="form-line-control">
      <ItemControl {...props} itemPath={props.path} />
    </div>
  );
});
