import { writeBuiltTemplate } from '../template/write-built-template.js';
import type { ReadKind } from './load-kind.js';

/**
 * A kind that was read in `TEMPLATE_FOLDERS` (`@kind/plan`, `@common`) as an ES module that exports it as a `BuiltKind`
 * under the name `kind`. The same kind gives the same text.
 */
export const writeBuiltKind = ({ definition, sample, template }: ReadKind): string =>
  [
    `export const kind = {\ndefinition: ${JSON.stringify(definition)},`,
    `sample: ${JSON.stringify(sample)},`,
    ...(template === undefined ? [] : [`template: ${writeBuiltTemplate(template)},`]),
    '};\n',
  ].join('\n');
