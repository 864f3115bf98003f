import { type BuiltTemplate, openBuiltTemplate, type TemplateFolders } from '../template/built-template.js';
import { EMPTY_TEMPLATE, type Kind, type KindDefinition } from './kind.js';

/** A kind that was read and checked at build time: data, and the template's code (`writeBuiltKind`). */
export interface BuiltKind {
  readonly definition: KindDefinition;
  readonly sample: string;
  /** Absent of a dossier. */
  readonly template?: BuiltTemplate;
}

/** A built kind, ready for use; the folders are where its files lie on this machine. */
export const openBuiltKind = (
  { definition, sample, template }: BuiltKind,
  folders: TemplateFolders,
): Kind => ({
  definition,
  folder: folders.kind,
  template: template === undefined ? EMPTY_TEMPLATE : openBuiltTemplate(template, folders),
  sample,
});
