/** Why the outside world refused, in the few cases that a user can do something about. */
export type HostFailure =
  | 'busy'
  | 'denied'
  | 'full'
  | 'read-only'
  | 'is-folder'
  | 'not-folder'
  | 'name-too-long'
  | 'other';

/** The one error that a `Host` throws. `message` is a Vietnamese sentence without a final dot; `hint` starts with a verb. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly failure: HostFailure;
  readonly path: string;
  readonly hint: string | undefined;

  constructor(failure: HostFailure, path: string, message: string, hint?: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
    this.path = path;
    this.hint = hint;
  }
}
