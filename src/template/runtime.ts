import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';

type Runtime = Pick<typeof Handlebars, 'create' | 'escapeExpression' | 'SafeString' | 'Utils'>;

/** Handlebars without its parser and compiler, which only those need who read templates. The types it brings are empty. */
export const HandlebarsRuntime: Runtime = runtime as unknown as Runtime;
