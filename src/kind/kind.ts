import type { KindFields } from '../form/field.js';
import type { RenderableTemplate } from '../template/instantiate-template.js';

/** What `kind.yaml` says. */
export interface KindDefinition extends KindFields {
  /** Printed type name: "KẾ HOẠCH". */
  readonly title: string;
  /** As it stands in the paper's symbol, with diacritics: "KH". Data only: HĐ and HD are two. */
  readonly abbreviation: string;
  /** Name of the profile with the figures. */
  readonly profile: string;
}

/** A kind of paper, ready for use. */
export interface Kind {
  readonly definition: KindDefinition;
  /** Where it was read. */
  readonly folder: string;
  /** Of a dossier one that prints nothing. */
  readonly template: RenderableTemplate;
  /** A complete form that renders without a finding; the text that a new form begins with. */
  readonly sample: string;
}

/** The template of a dossier, which prints nothing itself. */
export const EMPTY_TEMPLATE: RenderableTemplate = { file: '', sites: [], print: () => '' };
