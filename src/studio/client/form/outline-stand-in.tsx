import type { OutlineEditorProps } from '../panes.js';

/** A plain text field, until the editor of outlines is there. */
export function OutlineEditor(props: OutlineEditorProps) {
  return (
    <div className="form-prose long">
      <div className="form-grow" data-words={`${props.value} `}>
        <textarea
          id={props.id}
          aria-labelledby={props.labelledBy}
          aria-describedby={props.describedBy}
          rows={1}
          spellCheck={false}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onSelect={(event) => props.onPlace(event.currentTarget.selectionStart)}
        />
      </div>
    </div>
  );
}
