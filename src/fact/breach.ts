import type { Diagnostic, Severity } from '../diagnostic/diagnostic.js';
import type { Form } from '../form/form.js';

/** A figure of a form that does not keep to the superior's plan. */
export interface Breach {
  /** "superior/delegates" */
  readonly code: string;
  readonly severity: Severity;
  /** The path of the form's own figure, and of what the superior sets. */
  readonly own: string;
  readonly superior: string;
  /** What is wrong, behind the own field's label: "ghi 183 đại biểu, kế hoạch cấp trên cho nhiều nhất 182". */
  readonly says: string;
  readonly actual: string;
  /** As the superior's plan has it. */
  readonly bound: string;
  /** What would keep to it. */
  readonly expected?: string;
  readonly hints: readonly string[];
}

/** The finding at the own figure, with the place in the superior's plan as related. */
export function breachFinding(breach: Breach, form: Form): Diagnostic {
  const { code, severity, own, superior, says, actual, bound, expected, hints } = breach;
  const place = form.locate(own);
  const other = form.locate(superior);
  const field = form.labelOf(own);
  return {
    code,
    severity,
    message: `"${field}" ${withoutMarks(says)}`,
    ...(place && { place }),
    ...(other && { related: [{ place: other, message: `kế hoạch cấp trên ghi "${withoutMarks(bound)}"` }] }),
    field,
    actual,
    ...(expected === undefined ? {} : { expected }),
    hints,
  };
}

/** "trước 10/3/2025" of "trước **10/3/2025**": bold is how it is printed, not what is said. */
const withoutMarks = (text: string): string => text.replaceAll('*', '');

/** For a figure that the superior does not mean exactly. */
export const softened = (severity: Severity, isLoose: boolean): Severity => (isLoose ? 'remark' : severity);
