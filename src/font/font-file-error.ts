/**
 * Why a font file cannot be used. `not-truetype`: another format, a collection, or PostScript outlines.
 * `broken`: its tables do not hold together. `lacks-letters`: it cannot write Vietnamese; `detail` is what it lacks.
 */
type FontFault = 'not-truetype' | 'broken' | 'lacks-letters';

/** A given font file cannot be used. */
export class FontFileError extends Error {
  override readonly name = 'FontFileError';
  readonly fault: FontFault;
  readonly detail: string;

  constructor(fault: FontFault, detail: string) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
    this.detail = detail;
  }
}
