import { examplesOf } from '../../../form/types/fact-examples.js';
import { caretProps } from './caret.js';
import { ariaOf, type ControlProps } from './control.js';
import { useWork } from './form-context.js';
import { meaningOf } from './meaning.js';
import { useDraft } from './use-draft.js';

/** One short line: a number, or a fact with what is understood of it below. */
export function LineInput(props: ControlProps & { readonly isTight?: boolean }) {
  const { id, field, path } = props;
  const { place } = useWork();
  const draft = useDraft(path, props.value);
  const meaning = meaningOf(field.type, draft.text);
  const examples = field.example === undefined ? examplesOf(field.type) : [];
  return (
    <>
      <input
        id={id}
        type="text"
        className={field.type === 'number' ? 'form-line number' : 'form-line'}
        {...ariaOf(props)}
        inputMode={field.type === 'number' ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        {...caretProps(path, place)}
        onBlur={draft.leave}
      />
      {meaning !== undefined && <p className="form-meaning">Hiểu là: {meaning}</p>}
      {meaning === undefined && examples.length > 0 && props.isTight !== true && (
        <p className="form-small">Ví dụ: {examples.slice(0, 3).join('; ')}</p>
      )}
    </>
  );
}
