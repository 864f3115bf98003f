import { CopyIcon, DownIcon, GripIcon, RemoveIcon, UpIcon } from './icons.js';
import type { Items } from './use-items.js';

interface ItemProps {
  readonly list: Items;
  readonly index: number;
  /** "mục 2 của Nơi nhận" */
  readonly name: string;
}

/** What can be done to an item. By keyboard Alt+↑ and Alt+↓ move it, so that Tab need not pass the buttons for that. */
export function ItemButtons({ list, index, name }: ItemProps) {
  const last = list.items.length - 1;
  return (
    <span className="form-item-buttons">
      <button
        type="button"
        className="form-icon-button seldom"
        aria-label={`Chuyển lên: ${name}`}
        title="Chuyển lên (Alt+↑)"
        tabIndex={-1}
        aria-disabled={index === 0}
        onClick={() => list.move(index, index - 1)}
      >
        <UpIcon />
      </button>
      <button
        type="button"
        className="form-icon-button seldom"
        aria-label={`Chuyển xuống: ${name}`}
        title="Chuyển xuống (Alt+↓)"
        tabIndex={-1}
        aria-disabled={index === last}
        onClick={() => list.move(index, index + 1)}
      >
        <DownIcon />
      </button>
      <button
        type="button"
        className="form-icon-button seldom"
        aria-label={`Chép thêm: ${name}`}
        title="Chép thêm một mục như thế"
        onClick={() => list.duplicate(index)}
      >
        <CopyIcon />
      </button>
      <button
        type="button"
        className="form-icon-button"
        aria-label={`Bỏ: ${name}`}
        title="Bỏ mục này"
        onClick={() => list.remove(index)}
      >
        <RemoveIcon />
      </button>
    </span>
  );
}

/** Where an item is taken hold of with the mouse; the buttons and keys do the same. */
export function Grip({ list, index }: Pick<ItemProps, 'list' | 'index'>) {
  return (
    <span
      className="form-grip"
      draggable
      aria-hidden="true"
      title="Kéo để đổi chỗ"
      onDragStart={(event) => list.drag.start(index, event)}
      onDragEnd={list.drag.end}
    >
      <GripIcon />
    </span>
  );
}

/** For the element of an item: where a dragged one may be let go. */
export const dropProps = ({ list, index }: Pick<ItemProps, 'list' | 'index'>) => ({
  onDragOver: (event: React.DragEvent) => list.drag.enter(index, event),
  onDrop: list.drag.drop,
});

export function dropClass({ drag }: Items, index: number): string {
  if (drag.from === index) return ' dragged';
  if (drag.over !== index || drag.from === undefined) return '';
  return drag.from < index ? ' drop-below' : ' drop-above';
}
