import { DeskError } from '../desk/desk.js';
import { isLeftBehind, lastName } from '../desk/file-names.js';
import { type DroppedFile, findDropped } from '../parts/dropped-files.js';
import type { Store } from '../store/store.js';
import type { OpenActions } from './open-papers.js';
import { askUser, sayFailure } from './studio.js';

const FORM = /\.(?:ya?ml|json)$/i;
const PAPER = /\.(?:docx|pdf)$/i;

/** So many are offered to choose from. */
const MOST_OFFERED = 6;

/** Opens what was dropped on the page: a file, or of several the one that can be meant; else asks, or says what to do. */
export async function openDropped(
  store: Store,
  { openFile }: Pick<OpenActions, 'openFile'>,
  dropped: DataTransfer,
): Promise<void> {
  try {
    const chosen = await choose(store, await findDropped(dropped));
    if (chosen === undefined) return;
    const { bytes } = await chosen.read();
    await openFile({ name: lastName(chosen.name), bytes }, chosen.handle);
  } catch {
    sayFailure(store, UNREAD);
  }
}

const UNREAD = new DeskError('Trình duyệt không đọc được những gì vừa thả', [
  'Thả riêng tệp cần mở, hoặc bấm "Mở tệp…" ở trang đầu; tệp nằm trong tệp nén (ZIP) thì giải nén trước',
]);

async function choose(store: Store, found: readonly DroppedFile[]): Promise<DroppedFile | undefined> {
  const [only] = found;
  // Whatever it is: why it cannot be opened is said when it was looked into.
  if (found.length === 1 && only !== undefined && !only.name.includes('/')) return only;
  const ours = (ending: RegExp): readonly DroppedFile[] =>
    found.filter(({ name }) => ending.test(name) && !isLeftBehind(name));
  const forms = ours(FORM);
  // Papers that lie beside their form are made of it.
  const offered = forms.length > 0 ? forms : ours(PAPER);
  if (offered.length === 1) return offered[0];
  if (offered.length > 1 && offered.length <= MOST_OFFERED) return askWhich(store, offered);
  const text = offered.length === 0 ? NONE : tooMany(offered.length);
  await askUser(store, { title: 'Chưa mở được', text, choices: [{ key: 'ok', label: 'Đã hiểu' }] });
  return undefined;
}

const NONE =
  'Trong những gì vừa thả không có tệp nào mở được. Hãy thả tệp biểu mẫu (.yaml) đã lưu từ Thể Thức, hoặc tệp DOCX, PDF do Thể Thức tạo ra.';

const tooMany = (count: number): string =>
  `Vừa thả ${count} tệp, mà mỗi lần chỉ mở một văn bản. Hãy thả riêng tệp cần mở.\n\nMuốn tổng hợp các bản đơn vị gửi về thì vào "Tổng hợp bản đã nộp" ở trang đầu rồi thả vào đó.`;

async function askWhich(store: Store, offered: readonly DroppedFile[]): Promise<DroppedFile | undefined> {
  const key = await askUser(store, {
    title: 'Mở tệp nào?',
    text: 'Mỗi lần mở một văn bản.',
    choices: [
      ...offered.map(({ name }, at) => ({ key: String(at), label: name })),
      { key: 'stop', label: 'Thôi' },
    ],
  });
  return offered[Number(key)];
}
