import type { Severity } from '../diagnostic/diagnostic.js';
import type { Document, Inline, Letterhead, Origin, Signature } from '../document/ast.js';

/** A paper as the rules see it: its tree, and the parts that most of them ask for. */
export interface CheckedPaper {
  readonly document: Document;
  readonly regime: 'nd30' | 'congdoan';
  readonly letterhead: Letterhead | undefined;
  readonly signature: Signature | undefined;
  /** The kind's printed abbreviation, "KH" (R99). */
  readonly abbreviation: string | undefined;
}

/** What a rule found: where in which field, and the sentence for the reader. */
export interface Finding {
  readonly severity: Severity;
  readonly message: string;
  readonly origin?: Origin | undefined;
  /** Letters of the field's text that are meant, from its `origin`. */
  readonly length?: number;
  readonly actual?: string;
  readonly expected?: string;
  readonly hints?: readonly string[];
}

/** One rule of the decree. Only one tagged [V] may give an error. */
export interface Rule {
  readonly id: string;
  readonly clause: string;
  readonly check: (paper: CheckedPaper) => readonly Finding[];
}

/** R1: what the decree demands of a state body it only recommends to a union. */
export const strict = (paper: CheckedPaper): Severity => (paper.regime === 'congdoan' ? 'remark' : 'error');

/** Where a run of inlines comes from. */
export const originOf = (inlines: readonly Inline[]): Origin | undefined =>
  inlines
    .map((inline) => (inline.type === 'text' ? inline.origin : undefined))
    .find((origin) => origin?.type === 'field');
