import type { NamedFile, Problem, WriteFormat } from '../../protocol.js';
import { withoutEnding } from '../desk/file-names.js';
import { isMissing } from '../parts/problem-words.js';
import { askUser, type StudioParts, sayFailure } from './studio.js';

export type TakeFormat = Extract<WriteFormat, 'docx' | 'pdf' | 'png'>;

export interface TakeAwayActions {
  /** `paper`: one of a form's several papers; all without. */
  readonly takeAway: (formats: readonly TakeFormat[], paper?: number) => Promise<void>;
  readonly deliver: (files: readonly NamedFile[]) => Promise<void>;
}

export function createTakeAwayActions(parts: StudioParts): TakeAwayActions {
  const { store, engine, desk } = parts;
  const deliver = async (files: readonly NamedFile[]): Promise<void> => {
    const beside = store.get().document?.file ?? '';
    const said = await desk.deliver(files, beside, (names) => askAboutExisting(parts, names));
    if (said !== undefined) store.dispatch({ type: 'noticed', text: said });
  };
  const takeAway = async (formats: readonly TakeFormat[], paper?: number): Promise<void> => {
    const { document } = store.get();
    if (document === undefined) return;
    const { file, text, given } = document;
    store.dispatch({ type: 'noticed', text: 'Đang tạo tệp…' });
    try {
      const wish = { source: { file, text, given }, formats, ...(paper !== undefined && { paper }) };
      const { files, problems } = await engine.write(wish);
      if (files.length === 0) return void store.dispatch(refusedBy(problems));
      await deliver(await bundled(parts, files, withoutEnding(file)));
    } catch (cause) {
      sayFailure(store, cause);
    }
  };
  return {
    takeAway,
    deliver: async (files) => {
      try {
        await deliver(files);
      } catch (cause) {
        sayFailure(store, cause);
      }
    },
  };
}

/** A browser asks before it downloads many files one after the other; a folder takes them all. */
const MOST_DOWNLOADS = 3;

async function bundled(
  { engine, desk }: StudioParts,
  files: readonly NamedFile[],
  name: string,
): Promise<readonly NamedFile[]> {
  if (desk.type === 'folder' || files.length <= MOST_DOWNLOADS) return files;
  return [await engine.zip(files, `${name}.zip`)];
}

function refusedBy(problems: readonly Problem[]) {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const missing = errors.filter(isMissing).length;
  const wrong = errors.length - missing;
  const why = [
    ...(wrong > 0 ? [`còn ${wrong} điểm sai phải sửa`] : []),
    ...(missing > 0 ? [`còn thiếu ${missing} ô phải điền`] : []),
  ].join(', ');
  const text =
    why === ''
      ? 'Chưa tạo được tệp từ biểu mẫu này.'
      : `Chưa tạo được tệp: ${why}. Xem danh sách "Điểm cần xem".`;
  return { type: 'noticed', text, isProblem: true } as const;
}

async function askAboutExisting({ store }: StudioParts, names: readonly string[]) {
  const files =
    names.length > 3 ? `${names.length} tệp cùng tên` : names.map((name) => `"${name}"`).join(', ');
  const key = await askUser(store, {
    title: 'Tệp đã có trong thư mục',
    text: `Trong thư mục đã có ${files}, có thể đã được sửa trong Word. Giữ tệp cũ thì tệp mới lấy tên khác.`,
    choices: [
      { key: 'both', label: 'Giữ cả hai' },
      { key: 'replace', label: 'Ghi đè tệp cũ' },
      { key: 'stop', label: 'Thôi' },
    ],
  });
  return key === 'both' || key === 'replace' ? key : 'stop';
}
