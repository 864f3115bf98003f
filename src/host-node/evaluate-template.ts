import { Script } from 'node:vm';

/**
 * Makes a precompiled template's code (an object literal of functions, from the template's own compiler) into that object.
 * By `node:vm` rather than `new Function`, so that it also works under --disallow-code-generation-from-strings. The code
 * is trusted as the program is: templates are installed by whoever installs the program.
 */
export const evaluateTemplate = (code: string, file: string): unknown =>
  new Script(`(${code})`, { filename: `${file}.js` }).runInThisContext();
