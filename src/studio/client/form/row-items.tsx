import { memo } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { FieldList } from './field-list.js';
import type { ShownList } from './field-parts.js';
import { ProblemsAt } from './field-parts.js';
import { fieldId, useWork } from './form-context.js';
import { partOf } from './form-edit.js';
import { ItemControl, ItemRow } from './item-row.js';
import { mainOf } from './widget-of.js';

/** A list of texts: one row each, with the facts that somebody wanted beside it. */
export function RowItems({ field, path, list, labelledBy }: ShownList) {
  const { item } = field;
  const main = item && mainOf(item);
  if (item === undefined || main === undefined || list.items.length === 0) return null;
  return (
    <ol className="form-lines">
      {list.items.map((value, index) => (
        <ItemRow key={list.ids[index]} field={field} path={path} list={list} index={index}>
          <RowItem item={item} main={main} path={`${path}.${index}`} value={value} labelledBy={labelledBy} />
        </ItemRow>
      ))}
    </ol>
  );
}

interface RowItemProps {
  readonly item: FieldDefinition;
  readonly main: FieldDefinition;
  readonly path: string;
  readonly value: FormValue;
  readonly labelledBy: string;
}

const always = (): boolean => true;

const RowItem = memo(function RowItem({ item, main, path, value, labelledBy }: RowItemProps) {
  const work = useWork();
  return (
    <div id={fieldId(work, path)} className="form-line-control">
      <ItemControl
        field={main}
        path={`${path}.${main.key}`}
        itemPath={path}
        value={partOf(value, main.key)}
        labelledBy={labelledBy}
      />
      <ProblemsAt path={path} />
      <FieldList
        fields={(item.fields ?? []).filter((field) => field !== main)}
        value={value}
        path={path}
        isOffered={always}
      />
    </div>
  );
});
