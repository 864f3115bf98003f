import { type SourceText, sliceText, trimText } from '../source-text.js';

/** "Nguyễn Văn A, Trưởng ban": the name before the first comma, the office behind it. */
export function splitPerson(value: SourceText): {
  readonly ho_ten: SourceText;
  readonly chuc_vu?: SourceText;
} {
  const comma = value.text.indexOf(',');
  if (comma < 0) return { ho_ten: trimText(value) };
  return {
    ho_ten: trimText(sliceText(value, 0, comma)),
    chuc_vu: trimText(sliceText(value, comma + 1)),
  };
}
