import { HELPERS } from './helpers.js';
import type { PrecompiledTemplate } from './precompiled-template.js';
import { HandlebarsRuntime as Handlebars } from './runtime.js';
import type { Fault, Site, TemplateValue } from './template-value.js';

/** A template that can be printed. */
export interface RenderableTemplate {
  readonly file: string;
  readonly sites: readonly Site[];
  /** Markup; what was found wrong is added to `faults`. */
  readonly print: (values: TemplateValue, faults: Fault[]) => string;
}

/**
 * A template from its precompiled form and the specification that the host made of `precompiled.code`: the value of that
 * code as a JavaScript expression. Making code from a string is the host's: node:vm, or a module written at build time.
 */
export function instantiateTemplate(
  precompiled: Pick<PrecompiledTemplate, 'file' | 'sites'>,
  specification: unknown,
): RenderableTemplate {
  // An environment of its own: helpers that somebody else registers are none of ours.
  const environment = Handlebars.create();
  const run = environment.template<TemplateValue>(specification as TemplateSpecification);

  const print = (values: TemplateValue, faults: Fault[]): string =>
    run(values, { helpers: HELPERS, data: { root: values, faults } });
  return { file: precompiled.file, sites: precompiled.sites, print };
}
