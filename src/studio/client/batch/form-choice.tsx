import type { FormSource, NamedFile } from '../../protocol.js';
import { sayFailure } from '../actions/studio.js';
import { lastName } from '../desk/file-names.js';
import { FilePicker } from '../parts/file-picker.js';
import { FORM_FILES } from '../start/open-file.js';
import { useStudio, useStudioState } from '../studio-context.js';

interface FormChoiceProps {
  readonly source: FormSource | undefined;
  readonly kind: string | undefined;
  readonly onChoose: (source: FormSource, kind: string | undefined) => void;
}

/** The form whose facts all units share: the open one, or another file. */
export function FormChoice({ source, kind, onChoose }: FormChoiceProps) {
  const { engine, store } = useStudio();
  const kindName = useStudioState((state) => state.kinds.find(({ slug }) => slug === kind)?.name);
  const open = async (file: NamedFile): Promise<void> => {
    try {
      const { text, file: name, problems } = await engine.open(file);
      if (text === undefined) {
        const why = problems[0]?.message ?? `Không đọc được ${file.name}`;
        store.dispatch({ type: 'noticed', text: `${why}.`, isProblem: true });
        return;
      }
      const form: FormSource = { file: name, text, given: [] };
      const look = await engine.look({ source: form, known: [] });
      onChoose(form, look.kind);
    } catch (cause) {
      sayFailure(store, cause);
    }
  };
  return (
    <div className="row">
      {source !== undefined && (
        <p>
          <b>{kindName ?? 'Biểu mẫu'}</b> <span className="soft">({lastName(source.file)})</span>
        </p>
      )}
      <FilePicker
        label={source === undefined ? 'Chọn tệp biểu mẫu…' : 'Chọn biểu mẫu khác…'}
        name="Biểu mẫu chung"
        accept={FORM_FILES}
        onFiles={([file]) => file && void open(file)}
      />
    </div>
  );
}
