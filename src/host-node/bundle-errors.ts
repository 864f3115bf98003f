import { HostError } from '../host/host-error.js';
import { errnoOf, hostErrorOf } from './system-error.js';

/**
 * Why a finished file cannot be read while it goes into a bigger one (`into`: "tệp nén", "tệp in"), in the user's words. What is
 * no error of the system is given back as it is.
 */
export function readErrorOf(cause: unknown, path: string, into: string): unknown {
  const code = errnoOf(cause);
  if (code === '') return cause;
  if (code !== 'ENOENT')
    return hostErrorOf(cause, path, { platform: process.platform, replaces: false, reads: true });
  const message = `Không còn tệp "${path}" để đưa vào ${into}`;
  return new HostError('other', path, message, 'Chạy lại lệnh để tệp đó được làm lại', cause);
}

/** A file that became another one between two readings. */
export function changedError(path: string): HostError {
  const message = `Tệp "${path}" bị sửa trong lúc được đưa vào tệp nén`;
  return new HostError('other', path, message, 'Đóng chương trình đang sửa tệp đó rồi chạy lại lệnh');
}
