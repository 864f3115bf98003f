import type { FieldDefinition } from '../../../form/field.js';
import { CardItems } from './card-items.js';
import { helpOf, LabelWords, ProblemsAt } from './field-parts.js';
import type { FieldProps } from './form-context.js';
import { fieldId, useWork } from './form-context.js';
import { GridItems } from './grid-items.js';
import { AddIcon } from './icons.js';
import { LineItems } from './line-items.js';
import { RowItems } from './row-items.js';
import { useItems } from './use-items.js';
import { widgetOf } from './widget-of.js';

/** A list among other fields. */
export function ListField(props: FieldProps) {
  const { field, path } = props;
  const id = fieldId(useWork(), path);
  return (
    <fieldset className="form-field list" data-path={path}>
      <legend id={`${id}-label`} className="form-label">
        <LabelWords field={field} />
      </legend>
      <ListBody {...props} labelledBy={`${id}-label`} />
    </fieldset>
  );
}

/** The items of a list and the button for another one. */
export function ListBody({ field, path, value, labelledBy }: FieldProps & { readonly labelledBy: string }) {
  const work = useWork();
  const list = useItems(field, path, value);
  const widget = widgetOf(field);
  const help = helpOf(field);
  const shown = { field, path, list, labelledBy };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Alt with an arrow moves the item that has the focus.
    <div id={fieldId(work, path)} className="form-list" onKeyDown={list.onKeyDown}>
      {help !== '' && <p className="form-help">{help}</p>}
      {widget === 'lines' && <LineItems {...shown} />}
      {widget === 'rows' && <RowItems {...shown} />}
      {widget === 'grid' && <GridItems {...shown} />}
      {widget === 'cards' && <CardItems {...shown} />}
      <ProblemsAt path={path} />
      <button
        ref={list.adder}
        type="button"
        className="form-add"
        aria-label={`${addWords(field)}: ${field.label}`}
        onClick={() => list.add()}
      >
        <AddIcon />
        {addWords(field)}
      </button>
    </div>
  );
}

/** "Thêm dòng", "Thêm nơi" */
const addWords = ({ item }: FieldDefinition): string => `Thêm ${(item?.label ?? 'mục').toLowerCase()}`;
