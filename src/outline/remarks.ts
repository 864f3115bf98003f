import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';

/** The codes of this stage. All are remarks: the text is printed as typed, and the reader of the message decides. */
type RemarkCode =
  | 'stray-star'
  | 'misplaced-star'
  | 'odd-bullet'
  | 'double-bullet'
  | 'missing-space'
  | 'label-form'
  | 'title-form'
  | 'empty-unit'
  | 'broken-line'
  | 'number-order'
  | 'bracket'
  | 'ragged-row'
  | 'joined-row'
  | 'table-head';

/** What a remark may say beyond its message. */
type RemarkDetails = Pick<Diagnostic, 'actual' | 'expected' | 'clause' | 'hints'>;

/** Takes remarks at stretches of one field's text; the offsets are UTF-16 units into it. */
export interface Remarks {
  readonly add: (...note: RemarkNote) => void;
}

/** A remark whose text is known, and the place of its text in the form not yet. */
export type RemarkNote = readonly [
  code: RemarkCode,
  start: number,
  end: number,
  message: string,
  details?: RemarkDetails,
];

/** Remarks at their places. */
interface CollectedRemarks extends Remarks {
  readonly diagnostics: () => readonly Diagnostic[];
}

/** Remarks for later: `notes` takes them as they come. */
export const noteRemarks = (notes: RemarkNote[]): Remarks => ({
  add: (...note) => {
    notes.push(note);
  },
});

/** A text of wrong bullets from end to end is one finding, not ten thousand: the rest of a code is counted. */
const MOST_OF_A_CODE = 50;

/** `field`: the label of the field as people read it. */
export function collectRemarks(path: string, locate: Locate, field?: string): CollectedRemarks {
  const found: Diagnostic[] = [];
  const counts = new Map<RemarkCode, number>();
  return {
    add(code, start, end, message, details = {}) {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count > MOST_OF_A_CODE) return;
      found.push(buildRemark(code, message, locate(path, start, end), field, details));
    },
    diagnostics() {
      const more = [...counts].filter(([, count]) => count > MOST_OF_A_CODE);
      return [
        ...found,
        ...more.map(([code, count]) => {
          const message = `Còn ${count - MOST_OF_A_CODE} chỗ nữa như ${MOST_OF_A_CODE} chỗ đã nêu`;
          return buildRemark(code, message, locate(path), field, {});
        }),
      ];
    },
  };
}

function buildRemark(
  code: RemarkCode,
  message: string,
  place: Place | undefined,
  field: string | undefined,
  details: RemarkDetails,
): Diagnostic {
  return {
    code: `outline/${code}`,
    severity: 'remark',
    message,
    ...(place && { place }),
    ...(field !== undefined && { field }),
    ...details,
  };
}
