import { memo } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { Control } from './control-of.js';
import { FieldList } from './field-list.js';
import type { ShownList } from './field-parts.js';
import { ProblemsAt } from './field-parts.js';
import { fieldId, useProblems, useWork } from './form-context.js';
import { partOf } from './form-edit.js';
import { dropClass, dropProps, Grip, ItemButtons } from './item-buttons.js';
import { ProblemList } from './problem-list.js';
import { mainOf } from './widget-of.js';

/** A list of texts: one row each, with the facts that somebody wanted beside it. */
export function RowItems({ field, path, list, labelledBy }: ShownList) {
  const { item } = field;
  const main = item && mainOf(item);
  if (item === undefined || main === undefined || list.items.length === 0) return null;
  return (
    <ol className="form-lines">
      {list.items.map((value, index) => (
        <li
          key={list.ids[index]}
          data-item={`${path}.${index}`}
          className={`form-line-item${dropClass(list, index)}`}
          {...dropProps({ list, index })}
        >
          <Grip list={list} index={index} />
          <RowItem item={item} main={main} path={`${path}.${index}`} value={value} labelledBy={labelledBy} />
          <ItemButtons list={list} index={index} name={`mục ${index + 1} của ${field.label}`} />
        </li>
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
  const mainPath = `${path}.${main.key}`;
  const problems = useProblems(mainPath);
  const id = fieldId(work, mainPath);
  const number = Number(path.slice(path.lastIndexOf('.') + 1)) + 1;
  return (
    <div id={fieldId(work, path)} className="form-line-control">
      <span id={`${id}-number`} className="form-heard">
        mục {number}
      </span>
      <Control
        id={id}
        field={main}
        path={mainPath}
        value={partOf(value, main.key)}
        labelledBy={`${labelledBy} ${id}-number`}
        describedBy={problems.length > 0 ? `${id}-problems` : undefined}
        isWrong={problems.some(({ severity }) => severity === 'error')}
        isTight
      />
      <ProblemList id={`${id}-problems`} problems={problems} />
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
