import { useState } from 'react';
import type { NamedFile } from '../../protocol.js';
import { takeFonts } from '../actions/take-fonts.js';
import { Dialog } from '../parts/dialog.js';
import { FilePicker } from '../parts/file-picker.js';
import { useStudio, useStudioState } from '../studio-context.js';
import { localTimes } from './local-times.js';
import { ProblemList } from './problem-list.js';

const NO_LOCAL =
  'Trình duyệt không đưa Times New Roman của máy này ra. Hãy cho phép khi trình duyệt hỏi, hoặc chọn bốn tệp phông.';

/** Which font the papers are drawn and measured with, and a place to give Times New Roman once. */
export function FontsDialog({ onClose }: { readonly onClose: () => void }) {
  const studio = useStudio();
  const fonts = useStudioState((state) => state.fonts);
  const [isBusy, setBusy] = useState(false);
  const local = localTimes();
  const give = async (files: readonly NamedFile[]): Promise<void> => {
    setBusy(true);
    await takeFonts(studio, files, true);
    studio.looker.again();
    setBusy(false);
  };
  const giveLocal = async (ask: () => Promise<readonly NamedFile[]>): Promise<void> => {
    const files = await ask();
    // Without files the program's own font would be taken.
    if (files.length > 0) await give(files);
    else studio.store.dispatch({ type: 'noticed', text: NO_LOCAL, isProblem: true });
  };
  const isTimes = fonts?.family === 'Times New Roman';
  return (
    <Dialog title="Phông chữ" onClose={onClose}>
      <p>
        Đang dùng: <b>{fonts?.source}</b>.
      </p>
      <p className="soft">
        {isTimes
          ? 'Trang in và tệp PDF dùng đúng Times New Roman.'
          : 'Tinos rộng đúng bằng Times New Roman từng chữ, nên chỗ xuống dòng, sang trang không khác. Tệp Word luôn ghi Times New Roman. Muốn tệp PDF cũng nhúng Times New Roman thì đưa bốn tệp phông ấy vào đây một lần.'}
      </p>
      <div className="row">
        {local !== undefined && (
          <button type="button" className="button" disabled={isBusy} onClick={() => void giveLocal(local)}>
            Lấy Times New Roman của máy này
          </button>
        )}
        <FilePicker
          label="Chọn bốn tệp phông…"
          name="Bốn tệp phông Times New Roman"
          accept=".ttf"
          isMultiple
          onFiles={(files) => void give(files)}
        />
        {isTimes && (
          <button type="button" className="button quiet" disabled={isBusy} onClick={() => void give([])}>
            Dùng lại Tinos
          </button>
        )}
      </div>
      <p className="small soft">
        Trên Windows, bốn tệp nằm trong C:\Windows\Fonts: times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf. Tệp
        chỉ được giữ trong trình duyệt này, không gửi đi đâu.
      </p>
      {fonts !== undefined && fonts.problems.length > 0 && <ProblemList problems={fonts.problems} />}
    </Dialog>
  );
}
