import { useState } from 'react';
import type { ShownList } from './field-parts.js';
import { Foldable } from './foldable.js';
import { isBlank } from './form-edit.js';
import { GroupBody } from './group-field.js';
import { dropClass, dropProps, Grip, ItemButtons } from './item-buttons.js';
import { summaryOf } from './summary.js';

/** So many items are open at first. */
const MOST_OPEN = 2;

/** A list of groups: each is a card, which folded shows its first words. */
export function CardItems({ field, path, list }: ShownList) {
  const { item } = field;
  const [first] = useState(list.items.length);
  if (item === undefined || list.items.length === 0) return null;
  const name = item.label === field.label ? 'Mục' : item.label;
  return (
    <div className="form-cards">
      {list.items.map((value, index) => (
        <div
          key={list.ids[index]}
          data-item={`${path}.${index}`}
          className={`form-card${dropClass(list, index)}`}
          {...dropProps({ list, index })}
        >
          <Foldable
            path={`${path}.${index}`}
            heading={`${name} ${index + 1}`}
            summary={isBlank(value) ? 'chưa ghi' : summaryOf(value)}
            startsOpen={first <= MOST_OPEN}
            className="form-card-body"
          >
            <GroupBody field={item} path={`${path}.${index}`} value={value} />
          </Foldable>
          <span className="form-card-tools">
            <Grip list={list} index={index} />
            <ItemButtons list={list} index={index} name={`mục ${index + 1} của ${field.label}`} />
          </span>
        </div>
      ))}
    </div>
  );
}
