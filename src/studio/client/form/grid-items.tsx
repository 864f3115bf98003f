import { memo } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { Control } from './control-of.js';
import type { ShownList } from './field-parts.js';
import { LabelWords } from './field-parts.js';
import { fieldId, useProblems, useWork } from './form-context.js';
import { partOf } from './form-edit.js';
import { dropClass, dropProps, Grip, ItemButtons } from './item-buttons.js';
import { ProblemList } from './problem-list.js';

/** A list of short records as a table; where it is narrow each record is a block of its own. */
export function GridItems({ field, path, list }: ShownList) {
  const work = useWork();
  const columns = field.item?.fields ?? [];
  const id = fieldId(work, path);
  if (list.items.length === 0) return null;
  return (
    <table className={`form-grid columns-${columns.length}`}>
      <thead>
        <tr>
          <th scope="col" className="form-grid-number">
            <span className="only-heard">Thứ tự</span>
          </th>
          {columns.map((column) => (
            <th key={column.key} id={`${id}-column-${column.key}`} scope="col" title={column.help}>
              <LabelWords field={column} />
            </th>
          ))}
          <th scope="col" className="form-grid-tools">
            <span className="only-heard">Đổi chỗ, bỏ</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((value, index) => (
          <tr
            key={list.ids[index]}
            data-item={`${path}.${index}`}
            className={`form-grid-row${dropClass(list, index)}`}
            {...dropProps({ list, index })}
          >
            <th scope="row" id={`${id}.${index}-number`} className="form-grid-number">
              <Grip list={list} index={index} />
              {index + 1}
            </th>
            {columns.map((column) => (
              <td key={column.key} data-label={column.label} className={column.type}>
                <GridCell
                  field={column}
                  path={`${path}.${index}.${column.key}`}
                  value={partOf(value, column.key)}
                  labelledBy={`${id}-column-${column.key} ${id}.${index}-number`}
                />
              </td>
            ))}
            <td className="form-grid-tools">
              <ItemButtons list={list} index={index} name={`dòng ${index + 1} của ${field.label}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface GridCellProps {
  readonly field: FieldDefinition;
  readonly path: string;
  readonly value: FormValue | undefined;
  readonly labelledBy: string;
}

const GridCell = memo(function GridCell({ field, path, value, labelledBy }: GridCellProps) {
  const work = useWork();
  const problems = useProblems(path);
  const id = fieldId(work, path);
  return (
    <>
      <Control
        id={id}
        field={field}
        path={path}
        value={value}
        labelledBy={labelledBy}
        describedBy={problems.length > 0 ? `${id}-problems` : undefined}
        isWrong={problems.some(({ severity }) => severity === 'error')}
        isTight
      />
      <ProblemList id={`${id}-problems`} problems={problems} />
    </>
  );
});
