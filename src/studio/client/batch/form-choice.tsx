import type { NamedFile } from '../../protocol.js';
import { lastName } from '../desk/file-names.js';
import { FileDrop } from '../parts/file-drop.js';
import { FilePicker } from '../parts/file-picker.js';
import { FORM_FILES } from '../start/open-file.js';
import { useStudioState } from '../studio-context.js';
import type { ChosenForm } from './read-form.js';

interface FormChoiceProps {
  readonly form: ChosenForm | undefined;
  readonly onFile: (file: NamedFile) => void;
}

const NAME = 'Biểu mẫu chung';

/** The form whose facts all units share: the open one, or another file. */
export function FormChoice({ form, onFile }: FormChoiceProps) {
  const kindName = useStudioState((state) => state.kinds.find(({ slug }) => slug === form?.kind)?.name);
  const take = ([file]: readonly NamedFile[]): void => {
    if (file !== undefined) onFile(file);
  };
  if (form === undefined)
    return (
      <>
        <FileDrop
          name={NAME}
          accept={FORM_FILES}
          label="Thả biểu mẫu vào đây, hoặc chọn tệp…"
          onFiles={take}
        />
        <p className="soft">
          Chưa có biểu mẫu? Về trang đầu soạn một văn bản cho đúng, rồi trong mục “Xuất văn bản” chọn “Tạo cho
          nhiều đơn vị”.
        </p>
      </>
    );
  return (
    <div className="row">
      <p>
        <b>{kindName ?? 'Biểu mẫu'}</b> <span className="soft">({lastName(form.source.file)})</span>
      </p>
      <FilePicker label="Chọn biểu mẫu khác…" name={NAME} accept={FORM_FILES} onFiles={take} />
    </div>
  );
}
