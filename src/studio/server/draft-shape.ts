import type { DeskDraft } from '../desk-protocol.js';
import { hasShape, isText, type Test } from './memory-shape.js';

const isMaybe =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);

const isSaved: Test = (value) =>
  hasShape(value, { text: isText, etag: isMaybe(isText), isGone: isMaybe((gone) => gone === true) });

/** What the page may keep as a draft, and what is one in a file. */
export const isDraft = (value: unknown): value is DeskDraft =>
  hasShape(value, {
    file: isText,
    text: isText,
    kindName: isText,
    subject: isText,
    kept: (kept) => typeof kept === 'number',
    saved: isMaybe(isSaved),
  });
