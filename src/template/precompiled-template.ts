import type { Site } from './template-value.js';

/** A template made ready: plain data, so it can be made at build time and kept. `code` is an object literal of JavaScript. */
export interface PrecompiledTemplate {
  readonly file: string;
  readonly code: string;
  readonly sites: readonly Site[];
}

/** A template file; partials by the name that `{{> name}}` gives. */
export interface TemplateSource {
  readonly file: string;
  readonly text: string;
}

/** `file` is the name that diagnostics give the template. */
export interface PrecompileOptions {
  readonly file: string;
  readonly partials?: Readonly<Record<string, TemplateSource>>;
  /** What `{{@kind.title}}` and the like print: fixed words of the kind, no field of the form. */
  readonly constants?: Readonly<Record<string, string>>;
}
