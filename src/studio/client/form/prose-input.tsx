import { type KeyboardEvent, useRef, useState } from 'react';
import { caretProps } from './caret.js';
import { ariaOf, type ControlProps } from './control.js';
import { useWork } from './form-context.js';
import { type Mark, toggleMark } from './marks.js';
import { oneLine, useDraft } from './use-draft.js';

/** A text that grows with what is typed: the element behind it has the same words and gives it its height. */
export function ProseInput(props: ControlProps) {
  const { id, field, path } = props;
  const { place } = useWork();
  const area = useRef<HTMLTextAreaElement>(null);
  const [isPicking, setPicking] = useState(false);
  const keepsLines = field.type === 'paragraph';
  const draft = useDraft(path, props.value, keepsLines ? undefined : oneLine);
  const caret = caretProps(path, place);
  const mark = (kind: Mark): void => {
    if (area.current !== null) markSelection(area.current, kind);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const kind = field.type === 'sentence' ? markOfKey(event) : undefined;
    if (kind === undefined) return;
    event.preventDefault();
    mark(kind);
  };
  return (
    <div className={keepsLines ? 'form-prose long' : 'form-prose'}>
      <div className="form-grow" data-words={`${draft.text} `}>
        <textarea
          ref={area}
          id={id}
          {...ariaOf(props)}
          rows={1}
          spellCheck={false}
          value={draft.text}
          onChange={(event) => draft.type(event.target.value)}
          {...caret}
          onSelect={(event) => {
            caret.onSelect(event);
            setPicking(event.currentTarget.selectionStart < event.currentTarget.selectionEnd);
          }}
          onBlur={draft.leave}
          onKeyDown={onKeyDown}
        />
      </div>
      {field.type === 'sentence' && isPicking && <MarkButtons onMark={mark} />}
    </div>
  );
}

/** Seen while words are selected; the keys Ctrl+B and Ctrl+I do the same. */
function MarkButtons({ onMark }: { readonly onMark: (mark: Mark) => void }) {
  return (
    <div className="form-marks">
      <button
        type="button"
        title="Chữ đậm (Ctrl+B)"
        tabIndex={-1}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onMark('**')}
      >
        <b>Đậm</b>
      </button>
      <button
        type="button"
        title="Chữ nghiêng (Ctrl+I)"
        tabIndex={-1}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onMark('*')}
      >
        <i>Nghiêng</i>
      </button>
    </div>
  );
}

function markOfKey(event: KeyboardEvent): Mark | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  return key === 'b' ? '**' : key === 'i' ? '*' : undefined;
}

/** As if typed, so that Ctrl+Z takes it back. */
function markSelection(area: HTMLTextAreaElement, mark: Mark): void {
  const { from, to, insert, select } = toggleMark(area.value, area.selectionStart, area.selectionEnd, mark);
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand('insertText', false, insert)) {
    area.setRangeText(insert, from, to);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(select.from, select.to);
}
