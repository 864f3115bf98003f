import { useCallback } from 'react';
import type { TextChange } from '../../../form/edit/text-change.js';
import type { NamedFile, Problem } from '../../protocol.js';
import { FormPane } from '../form/form-pane.js';
import type { FormPaneProps, PaneProps } from '../panes.js';
import { useStudio, useStudioState } from '../studio-context.js';
import { TextPane } from '../text/text-pane.js';

const NONE: readonly Problem[] = [];
const NO_FILES: readonly NamedFile[] = [];

interface WorkPaneProps {
  /** See `PaneProps`. */
  readonly ledTurn: number;
}

export function WorkForm(chosen: WorkPaneProps & Pick<FormPaneProps, 'tab' | 'onTab'>) {
  const { store } = useStudio();
  const props = usePaneProps();
  const kinds = useStudioState((state) => state.kinds);
  const own = useStudioState((state) => state.own);
  const given = useStudioState((state) => state.document?.given ?? NO_FILES);
  const onGive = useCallback((file: NamedFile) => store.dispatch({ type: 'given', file }), [store]);
  if (props === undefined) return <UnknownKind />;
  return <FormPane {...props} {...chosen} kinds={kinds} own={own} given={given} onGive={onGive} />;
}

export function WorkText({ ledTurn }: WorkPaneProps) {
  const props = usePaneProps();
  const kinds = useStudioState((state) => state.kinds);
  if (props === undefined) return <UnknownKind />;
  return <TextPane {...props} ledTurn={ledTurn} kinds={kinds} />;
}

/** What both panes are given; undefined until the kind of the form is known. */
function usePaneProps(): Omit<PaneProps, 'ledTurn'> | undefined {
  const { store } = useStudio();
  const text = useStudioState((state) => state.document?.text ?? '');
  const kinds = useStudioState((state) => state.kinds);
  const slug = useStudioState((state) => state.document?.kind);
  const problems = useStudioState((state) => state.look?.problems ?? NONE);
  const target = useStudioState((state) => state.target);
  const onChange = useCallback(
    (changes: readonly TextChange[]) => store.dispatch({ type: 'edited', changes }),
    [store],
  );
  const onPlace = useCallback(
    (path: string, offset: number) => store.dispatch({ type: 'placed', place: { path, offset } }),
    [store],
  );
  const kind = kinds.find((one) => one.slug === slug);
  if (kind === undefined) return undefined;
  return { text, kind, problems, onChange, onPlace, ...(target && { target }) };
}

/** A form that does not say, or not yet in words that are known, what it is. */
function UnknownKind() {
  const { store } = useStudio();
  const text = useStudioState((state) => state.document?.text ?? '');
  const kinds = useStudioState((state) => state.kinds);
  const isLooked = useStudioState((state) => state.look !== undefined);
  if (!isLooked) return <p className="no-pages">Đang đọc biểu mẫu…</p>;
  return (
    <div className="unknown-kind">
      <label>
        Biểu mẫu này chưa ghi đúng loại văn bản. Chọn loại:
        <select
          value=""
          onChange={({ target }) => {
            const name = kinds.find(({ slug }) => slug === target.value)?.name;
            if (name !== undefined) store.dispatch({ type: 'replaced', text: withKind(text, name) });
          }}
        >
          <option value="">Chưa chọn</option>
          {kinds.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <textarea
        aria-label="Chữ của tệp biểu mẫu"
        value={text}
        onChange={({ target }) => store.dispatch({ type: 'replaced', text: target.value })}
      />
    </div>
  );
}

/** The line of the kind, in the place of one that names none. */
export function withKind(text: string, name: string): string {
  const line = `Loại văn bản: ${name}`;
  const old = /^(?:loại văn bản|loai_van_ban|loại|loai)\s*:.*$/im;
  return old.test(text) ? text.replace(old, () => line) : `${line}\n${text}`;
}
