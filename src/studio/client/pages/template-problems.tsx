import type { Problem } from '../../protocol.js';
import { sentence } from '../parts/sentence.js';
import { useStudioState } from '../studio-context.js';

const NONE: readonly Problem[] = [];

/** What is wrong with a template that is being written: over the last good pages, with its place. */
export function TemplateProblems() {
  const read = useStudioState((state) => state.templateProblems);
  const looked = useStudioState((state) => state.look?.problems ?? NONE);
  const folders = useStudioState((state) => state.templateFolders);
  // Some faults show only when a form is printed with it.
  const printed = looked.filter(
    ({ elsewhere, severity }) => severity === 'error' && elsewhere?.startsWith('@'),
  );
  const problems = [...Object.values(read).flat(), ...printed];
  if (problems.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className="template-problems" role="alert" tabIndex={0}>
      <h3>Mẫu đang viết có lỗi, các trang dưới đây là của lần đúng gần nhất</h3>
      <ul className="plain">
        {problems.map(({ code, message, elsewhere, actual, hints }) => (
          <li key={`${code} ${elsewhere} ${message}`}>
            <p>
              {elsewhere && <span className="fixed">{templatePlace(elsewhere, folders)}</span>}{' '}
              {sentence(message)}
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

/** The engine's "@kind/plan/template.hbs:7" where the user has it: "mau/plan/template.hbs:7". */
export function templatePlace(place: string, folders: Readonly<Record<string, string>>): string {
  const [root = '', slug = '', ...steps] = place.split('/');
  if (root === '@kind' && folders[slug] !== undefined) return [folders[slug], ...steps].join('/');
  const [any] = Object.values(folders);
  if (root !== '@common' || any === undefined) return place;
  return [any.replace(/[^/\\]+$/, '_common'), slug, ...steps].join('/');
}
