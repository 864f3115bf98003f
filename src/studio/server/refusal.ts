import { HostError } from '../../host/host-error.js';
import { errnoOf, hostErrorOf } from '../../host-node/system-error.js';
import type { DeskRefusal, DeskRefusalCode } from '../desk-protocol.js';

/** Why a request is refused. The one error that the server's own code throws on purpose. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly refusal: DeskRefusal;

  constructor(code: DeskRefusalCode, message: string, hint?: string, present?: string | null) {
    super(message);
    this.refusal = {
      code,
      message,
      hints: hint === undefined ? [] : [hint],
      ...(present !== undefined && { present }),
    };
  }
}

const STATUS = {
  'bad-request': 400,
  'bad-path': 400,
  foreign: 403,
  token: 403,
  'not-found': 404,
  method: 405,
  disk: 409,
  changed: 412,
  'too-large': 413,
  'content-type': 415,
  'no-precondition': 428,
  internal: 500,
  busy: 503,
} as const satisfies Readonly<Record<DeskRefusalCode, number>>;

export const statusOf = ({ code }: DeskRefusal): (typeof STATUS)[DeskRefusalCode] => STATUS[code];

export const fromHost = ({ message, hint }: HostError): RefusalError =>
  new RefusalError('disk', message, hint && hintOfPage(hint));

/** The hints of the command line name its options, and that it be run again. */
function hintOfPage(hint: string): string | undefined {
  const own = hint.replace(/,[^,]* -o\b.*$/, '').replace('chạy lại lệnh', 'thử lại');
  return / -o\b/.test(own) ? undefined : own;
}

/** What the system refuses, in the user's words. */
export async function orRefusal<T>(path: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof RefusalError) throw cause;
    if (cause instanceof HostError) throw fromHost(cause);
    // A defect of the program is none of the disk's.
    if (errnoOf(cause) === '') throw cause;
    throw fromHost(hostErrorOf(cause, path, { platform: process.platform, replaces: true }));
  }
}

export const badRequest = (): RefusalError =>
  new RefusalError('bad-request', 'Trang gửi một yêu cầu mà chương trình không hiểu', 'Tải lại trang');

export const notFound = (): RefusalError =>
  new RefusalError('not-found', 'Không tìm thấy nội dung được yêu cầu');

export const folderGone = (): RefusalError =>
  new RefusalError(
    'not-found',
    'Thư mục của tệp không còn ở chỗ cũ',
    'Xem thư mục có bị xóa, đổi tên, hoặc ổ đĩa có bị rút ra không',
  );

/** Bytes as people read them: "50 MB". */
const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 1_000_000)} MB`;

export const tooLarge = (most: number): RefusalError =>
  new RefusalError(
    'too-large',
    `Tệp lớn hơn mức cho phép (${inMegabytes(most)})`,
    'Chọn tệp nhỏ hơn, hoặc giảm cỡ ảnh trong tệp',
  );
