import { expect } from 'vitest';
import type { Outcome } from '../../src/diagnostic/diagnostic.js';
import { evaluateTemplate } from '../../src/host-node/evaluate-template.js';
import { instantiateTemplate } from '../../src/template/instantiate-template.js';
import { precompileTemplate } from '../../src/template/precompile-template.js';
import type { TemplateSource } from '../../src/template/precompiled-template.js';
import { renderTemplate } from '../../src/template/render-template.js';
import type { TemplateValue } from '../../src/template/template-value.js';

/** Partials by name, as files "name.hbs". */
export const partialsOf = (
  partials: Readonly<Record<string, string>>,
): Readonly<Record<string, TemplateSource>> =>
  Object.fromEntries(Object.entries(partials).map(([name, text]) => [name, { file: `${name}.hbs`, text }]));

/** A template that must have no fault, filled in. */
export function render(
  source: string,
  values: { readonly [key: string]: TemplateValue },
  partials: Readonly<Record<string, string>> = {},
): Outcome<string> {
  const { value, diagnostics } = precompileTemplate(source, {
    file: 't.hbs',
    partials: partialsOf(partials),
    constants: { 'kind.title': 'KẾ <HOẠCH>' },
  });
  expect(diagnostics).toEqual([]);
  return renderTemplate(instantiateTemplate(value!, evaluateTemplate(value!.code, 't.hbs')), values);
}

/** The markup without the marks of places. */
export function print(...parameters: Parameters<typeof render>): string {
  const { value, diagnostics } = render(...parameters);
  expect(diagnostics).toEqual([]);
  return value!.replace(/<\?at [^?]*\?>/g, '');
}
