import type { HostError } from '../../host/host-error.js';
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
  // The hints of the command line name its options; here only those that do not.
  new RefusalError('disk', message, hint === undefined || / -o\b/.test(hint) ? undefined : hint);

export const badRequest = (): RefusalError =>
  new RefusalError('bad-request', 'Trang gửi một yêu cầu mà chương trình không hiểu', 'Tải lại trang');

export const notFound = (): RefusalError =>
  new RefusalError('not-found', 'Không tìm thấy nội dung được yêu cầu');

/** Bytes as people read them: "50 MB". */
const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 1_000_000)} MB`;

export const tooLarge = (most: number): RefusalError =>
  new RefusalError(
    'too-large',
    `Tệp lớn hơn mức cho phép (${inMegabytes(most)})`,
    'Chọn tệp nhỏ hơn, hoặc giảm cỡ ảnh trong tệp',
  );
