import type { FieldDefinition, KindFields } from '../form/field.js';
import type { Form } from '../form/form.js';
import type { WAYS_OF_SENDING } from '../kind/check-papers.js';

/** The main paper, what is sent with it under its own name or as an appendix, and what goes out by itself. */
export type WayOfSending = (typeof WAYS_OF_SENDING)[number];

/** A paper of a dossier: a form of its own kind, in which the shared facts lie under its own. */
export interface DossierPaper {
  /** Its place in the list, from 0. */
  readonly index: number;
  /** With the fields of the list's items added. */
  readonly kind: KindFields;
  readonly form: Form;
  readonly way: WayOfSending;
  /** As typed; "" where the form says none. */
  readonly fileName: string;
  /** "Văn bản (mục 2)" */
  readonly label: string;
}

export interface Dossier {
  readonly file: string;
  /** The field that is the list of papers. */
  readonly list: FieldDefinition;
  readonly papers: readonly DossierPaper[];
}
