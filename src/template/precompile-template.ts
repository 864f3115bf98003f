import Handlebars from 'handlebars';
import { hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import type { PrecompiledTemplate, PrecompileOptions } from './precompiled-template.js';
import { CONDITION_HELPERS } from './rewrite-condition.js';
import { rewriteTemplate } from './rewrite-template.js';
import { WORD_HELPERS } from './word-helpers.js';

const FETCH_HELPERS = ['$text', '$official', '$bare', '$path', '$value', '$list'] as const;
const KNOWN_HELPERS = Object.fromEntries(
  [...FETCH_HELPERS, ...CONDITION_HELPERS, ...Object.keys(WORD_HELPERS)].map((name) => [name, true]),
);

/**
 * Text of a template to code that the host makes into a specification (`instantiateTemplate`). Every fault of the template
 * and of its partials is reported, as `template/…` at its place; with a fault there is no template.
 */
export function precompileTemplate(source: string, options: PrecompileOptions): Outcome<PrecompiledTemplate> {
  const { program, sites, diagnostics } = rewriteTemplate({ file: options.file, text: source }, options);
  if (hasErrors(diagnostics)) return { diagnostics };
  const code = Handlebars.precompile(program, {
    strict: true,
    knownHelpers: KNOWN_HELPERS,
    knownHelpersOnly: true,
  });
  return { value: { file: options.file, code: String(code), sites }, diagnostics };
}
