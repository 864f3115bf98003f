import { TEMPLATE_FOLDERS } from './built-template.js';
import type { PrecompiledTemplate } from './precompiled-template.js';

/** In a template's code the marks of places name its files: the only spots where a folder stands. */
const MARK = /(<\?at \d+ )(?:@kind\/[^/]+|(@common))\//g;
const SITE = /^@kind\/[^/]+\//;

/**
 * A precompiled template whose files were read in `@kind/<slug>` and `@common`, as the JavaScript of a `BuiltTemplate`. In
 * the string literals of its code the two folders become parameters.
 */
export function writeBuiltTemplate({ code, sites }: PrecompiledTemplate): string {
  const specification = code.replace(
    MARK,
    (_, mark: string, common?: string) =>
      `${mark}" + ${common === undefined ? 'kindFolder' : 'commonFolder'} + "/`,
  );
  const left = Object.values(TEMPLATE_FOLDERS).find((folder) => specification.includes(`${folder}/`));
  if (left !== undefined) throw new Error(`${left} stands outside of the marks of a template's code`);
  const placed = sites.map(({ place, field }) => ({
    place: { ...place, file: place.file.replace(SITE, `${TEMPLATE_FOLDERS.kind}/`) },
    field,
  }));
  return `{\nsites: () => ${JSON.stringify(placed)},\nspecification: (kindFolder, commonFolder) => (${specification}),\n}`;
}
