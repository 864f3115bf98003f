import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.js';
import type { Form } from '../form.js';
import type { FoundText } from './paths.js';

/** A finding at a value, with the other value that it does not fit. */
export function findingAt(
  form: Form,
  { path, text }: FoundText,
  what: {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly expected?: string;
    readonly hints?: readonly string[];
    readonly other?: FoundText;
  },
): Diagnostic {
  const place = form.locate(path);
  const { code, severity, message, expected, hints, other } = what;
  const otherPlace = other && form.locate(other.path);
  return {
    code: `form/${code}`,
    severity,
    message,
    ...(place && { place }),
    ...(other &&
      otherPlace && { related: [{ place: otherPlace, message: `"${form.labelOf(other.path)}" ở đây` }] }),
    field: form.labelOf(path),
    actual: text,
    ...(expected !== undefined && { expected }),
    ...(hints && { hints }),
  };
}

/** "Đoàn Chủ tịch > Từ" ghi "07" */
export const says = (form: Form, { path, text }: FoundText): string =>
  `"${form.labelOf(path)}" ghi "${text.trim()}"`;
