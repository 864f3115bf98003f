import { HostError, type HostFailure } from '../host/host-error.js';

interface Wording {
  readonly failure: HostFailure;
  readonly says: (path: string) => string;
  readonly hint?: string;
}

const BUSY: Wording = {
  failure: 'busy',
  says: (path) => `Không ghi được "${path}" vì tệp đang mở trong Word hoặc trong một chương trình khác`,
  hint: 'Đóng tệp đó rồi chạy lại lệnh',
};
const DENIED: Wording = {
  failure: 'denied',
  says: (path) => `Không có quyền đọc hoặc ghi "${path}"`,
  hint: 'Chọn nơi khác bằng -o, chẳng hạn -o ket-qua/',
};

const NOT_READABLE: Wording = {
  failure: 'denied',
  says: (path) => `Không có quyền đọc "${path}"`,
  hint: 'Xin quyền đọc, hoặc chép nội dung sang một tệp khác',
};

/** By `errno` code; of what is not here the code is said. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  EBUSY: BUSY,
  EACCES: DENIED,
  EPERM: DENIED,
  ENOSPC: {
    failure: 'full',
    says: (path) => `Không ghi được "${path}" vì ổ đĩa đã đầy`,
    hint: 'Xóa bớt tệp không dùng, hoặc chọn ổ đĩa khác bằng -o',
  },
  EDQUOT: {
    failure: 'full',
    says: (path) => `Không ghi được "${path}" vì đã hết dung lượng được cấp`,
    hint: 'Xóa bớt tệp không dùng, hoặc chọn ổ đĩa khác bằng -o',
  },
  EROFS: {
    failure: 'read-only',
    says: (path) => `Không ghi được "${path}" vì ổ đĩa chỉ cho đọc`,
    hint: 'Chọn ổ đĩa khác bằng -o',
  },
  // Where a folder cannot be made: on Windows a drive that is not there.
  ENOENT: {
    failure: 'other',
    says: (path) => `Không ghi được "${path}" vì không tạo được thư mục chứa tệp`,
    hint: 'Kiểm tra lại tên ổ đĩa và tên thư mục',
  },
  EISDIR: {
    failure: 'is-folder',
    says: (path) => `"${path}" là thư mục, không phải tệp`,
    hint: 'Thêm tên tệp vào sau tên thư mục',
  },
  ENOTDIR: {
    failure: 'not-folder',
    says: (path) => `Không dùng được đường dẫn "${path}" vì một phần của nó là tệp, không phải thư mục`,
    hint: 'Kiểm tra lại đường dẫn',
  },
  EEXIST: {
    failure: 'not-folder',
    says: (path) => `Không tạo được thư mục "${path}" vì đã có tệp mang tên đó`,
    hint: 'Chọn tên thư mục khác',
  },
  ENAMETOOLONG: {
    failure: 'name-too-long',
    says: (path) => `Tên tệp quá dài: "${path}"`,
    hint: 'Đặt tên ngắn hơn bằng -o',
  },
};

/**
 * A failed call to the file system as a HostError in the user's words. Windows reports a file that Word holds open as
 * EBUSY, EPERM or EACCES, so there all three mean "open elsewhere" when an existing file was to be replaced.
 */
export function hostErrorOf(
  cause: unknown,
  path: string,
  situation: { readonly platform: string; readonly replaces: boolean; readonly reads?: boolean },
): HostError {
  const code = errnoOf(cause);
  const held =
    situation.platform === 'win32' && situation.replaces && (code === 'EPERM' || code === 'EACCES');
  const known = held ? BUSY : WORDINGS[code];
  const wording = situation.reads && known === DENIED ? NOT_READABLE : known;
  if (wording) return new HostError(wording.failure, path, wording.says(path), wording.hint, cause);
  // The system's sentence is English; its code is what one can look up.
  const words = code !== '' ? `mã ${code}` : cause instanceof Error ? cause.message : String(cause);
  return new HostError('other', path, `Hệ điều hành báo lỗi với "${path}": ${words}`, undefined, cause);
}

/** "ENOENT", or "" for what is no system error. */
export function errnoOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}
