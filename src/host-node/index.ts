/** `thethuc/node`: what a program on Node adds to `thethuc` to load fonts and kinds and to write files. */
export { bundledFonts, type FoundFonts, findFonts } from './find-fonts.js';
export { loadKinds } from './load-kinds.js';
export { createNodeHost } from './node-host.js';
export { bundledTemplates } from './package-folder.js';
