import { examplesOf } from '../../../form/types/fact-examples.js';
import { ariaOf, type ControlProps } from './control.js';
import { meaningOf } from './meaning.js';
import { TypedLine } from './typed-line.js';
import { useDraft } from './use-draft.js';

/** One short line: a number, or a fact with what is understood of it below. */
export function LineInput(props: ControlProps & { readonly isTight?: boolean }) {
  const { id, field, path } = props;
  const isNumber = field.type === 'number';
  const draft = useDraft(path, props.value);
  const meaning = meaningOf(field.type, draft.text);
  const examples = field.example === undefined ? examplesOf(field.type) : [];
  return (
    <>
      <TypedLine
        id={id}
        path={path}
        draft={draft}
        aria={ariaOf(props)}
        className={isNumber ? 'form-line number' : 'form-line'}
        isNumber={isNumber}
      />
      {meaning !== undefined && <p className="form-meaning">Hiểu là: {meaning}</p>}
      {meaning === undefined && examples.length > 0 && props.isTight !== true && (
        <p className="form-small">Ví dụ: {examples.slice(0, 3).join('; ')}</p>
      )}
    </>
  );
}
