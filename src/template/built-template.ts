import { instantiateTemplate, type RenderableTemplate } from './instantiate-template.js';
import { HandlebarsRuntime as Handlebars } from './runtime.js';
import type { Site } from './template-value.js';

/**
 * A template made ready at build time, as real code: it runs where no code may be made from strings. It does not know where
 * its files lie; their folders stand as `TEMPLATE_FOLDERS` in places, and are handed to the code, escaped.
 */
export interface BuiltTemplate {
  /** Made when a fault is to be shown: a template has hundreds, and most papers none. */
  readonly sites: () => readonly Site[];
  readonly specification: (kindFolder: string, commonFolder: string) => unknown;
}

/** What stands for the two folders of a template's files until it is known where they are. */
export const TEMPLATE_FOLDERS = { kind: '@kind', common: '@common' } as const;

/** Where the files of a built template lie on this machine; findings point there. */
export interface TemplateFolders {
  readonly kind: string;
  readonly common: string;
}

/** A built template, ready to print. */
export function openBuiltTemplate(
  { sites, specification }: BuiltTemplate,
  folders: TemplateFolders,
): RenderableTemplate {
  const { kind, common } = folders;
  const made = specification(Handlebars.escapeExpression(kind), Handlebars.escapeExpression(common));
  const { file, print } = instantiateTemplate({ file: `${kind}/template.hbs`, sites: [] }, made);
  let placed: readonly Site[] | undefined;
  return {
    file,
    print,
    get sites() {
      placed ??= sites().map((site) => placeSite(site, folders));
      return placed;
    },
  };
}

function placeSite({ place, field }: Site, { kind, common }: TemplateFolders): Site {
  const [root = '', ...steps] = place.file.split('/');
  const file = [root === TEMPLATE_FOLDERS.common ? common : kind, ...steps].join('/');
  return { place: { ...place, file }, field };
}
