import type { NamedFile } from '../../protocol.js';
import { sayFailure } from '../actions/studio.js';
import { DeskError } from '../desk/desk.js';
import { useStudio } from '../studio-context.js';
import { droppedFiles } from './dropped-files.js';

/** Reads what is dropped and hands it on; what cannot be read is said. */
export function useDroppedFiles(): (
  dropped: DataTransfer,
  take: (files: readonly NamedFile[]) => void,
) => void {
  const { store } = useStudio();
  return (dropped, take) =>
    void droppedFiles(dropped).then(
      (files) => files.length > 0 && take(files),
      () => sayFailure(store, UNREAD),
    );
}

const UNREAD = new DeskError('Trình duyệt không đọc được những gì vừa thả', [
  'Mở thư mục, chọn các tệp trong đó rồi thả vào đây',
]);
