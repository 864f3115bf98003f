import { OutlineEditor } from '../text/outline-editor.js';
import type { ControlProps } from './control.js';
import { useProblems, useTarget, useWork } from './form-context.js';
import { useDraft } from './use-draft.js';

/** The editor of a text in outline grammar, in its field. */
export function OutlineField(props: ControlProps) {
  const { id, path, labelledBy, describedBy } = props;
  const { place, store } = useWork();
  const problems = useProblems(path);
  const target = useTarget(path);
  const draft = useDraft(path, props.value);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the editor in it tells not when it is left.
    <div className="form-outline" onBlur={draft.leave}>
      <OutlineEditor
        id={id}
        value={draft.text}
        onChange={draft.type}
        problems={problems}
        {...(target !== undefined && { target })}
        onShown={store.arrived}
        onPlace={(offset) => place(path, offset)}
        labelledBy={labelledBy}
        {...(describedBy !== undefined && { describedBy })}
      />
    </div>
  );
}
