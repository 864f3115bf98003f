import { FilePicker } from '../parts/file-picker.js';
import { Icon } from '../parts/icon.js';
import { useStudio } from '../studio-context.js';

export const FORM_FILES = '.yaml,.yml,.json,.docx,.pdf';

/** A form, or a finished DOCX or PDF of ours. */
export function OpenFile({ className = 'button main' }: { readonly className?: string }) {
  const { openFile } = useStudio();
  return (
    <FilePicker
      className={className}
      name="Tệp biểu mẫu, DOCX hoặc PDF"
      accept={FORM_FILES}
      label={
        <>
          <Icon name="open" />
          Mở tệp…
        </>
      }
      onFiles={([file]) => {
        if (file !== undefined) void openFile(file);
      }}
    />
  );
}
