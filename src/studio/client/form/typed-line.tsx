import { caretProps } from './caret.js';
import type { ariaOf } from './control.js';
import { useWork } from './form-context.js';
import type { DraftText } from './use-draft.js';

interface TypedLineProps {
  readonly id: string;
  readonly path: string;
  readonly draft: DraftText;
  readonly aria: Partial<ReturnType<typeof ariaOf>>;
  readonly className?: string;
  readonly isNumber?: boolean;
}

/** One line to type in, whatever is understood of it. */
export function TypedLine({ id, path, draft, aria, className = 'form-line', isNumber }: TypedLineProps) {
  const { place } = useWork();
  return (
    <input
      id={id}
      type="text"
      className={className}
      {...aria}
      inputMode={isNumber ? 'decimal' : 'text'}
      autoComplete="off"
      spellCheck={false}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      {...caretProps(path, place)}
      onBlur={draft.leave}
    />
  );
}
