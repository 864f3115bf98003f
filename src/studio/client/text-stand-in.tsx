import { trimChange } from '../../form/edit/text-diff.js';
import type { TextPaneProps } from './panes.js';

/** The text of the form file, until its editor is there. */
export function TextPane({ text, onChange }: TextPaneProps) {
  return (
    <textarea
      className="stand-in"
      aria-label="Dạng chữ"
      value={text}
      onChange={({ target }) =>
        onChange(trimChange(text, { from: 0, to: text.length, insert: target.value }))
      }
    />
  );
}
