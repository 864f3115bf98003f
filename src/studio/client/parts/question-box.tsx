import { useStudioState } from '../studio-context.js';
import { Dialog } from './dialog.js';

/** What only the user can decide, as a window with a button for each answer. */
export function QuestionBox() {
  const question = useStudioState((state) => state.question);
  if (question === undefined) return null;
  const { title, text, choices, answer } = question;
  return (
    <Dialog title={title} onClose={() => answer(undefined)}>
      <p className="said">{text}</p>
      <div className="row-end">
        {choices.map(({ key, label }, index) => (
          <button
            key={key}
            type="button"
            className={index === 0 ? 'button main' : 'button'}
            onClick={() => answer(key)}
          >
            {label}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
