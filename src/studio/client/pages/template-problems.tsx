import { sentence } from '../parts/sentence.js';
import { useStudioState } from '../studio-context.js';

/** What is wrong with a template that is being written: over the last good pages, with its place. */
export function TemplateProblems() {
  const found = useStudioState((state) => state.templateProblems);
  const problems = Object.values(found).flat();
  if (problems.length === 0) return null;
  return (
    <div className="template-problems" role="alert">
      <h3>Mẫu đang viết có lỗi, các trang dưới đây là của lần đúng gần nhất</h3>
      <ul className="plain">
        {problems.map(({ code, message, elsewhere, actual, hints }) => (
          <li key={`${code} ${elsewhere} ${message}`}>
            <p>
              {elsewhere && <span className="fixed">{elsewhere}</span>} {sentence(message)}
            </p>
            {actual && <pre>{actual}</pre>}
            {hints.map((hint) => (
              <p key={hint} className="small">
                Gợi ý: {sentence(hint)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
