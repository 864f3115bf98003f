export { readFacts } from './collect/read-facts.js';
export { type CompileContext, compileForm, type Paper, referencedFiles } from './compile.js';
export type { Diagnostic, Outcome, Place, Severity } from './diagnostic/diagnostic.js';
export { writeDocx } from './docx/write-docx.js';
export { type FactSheet, factSheet, readFactSheet } from './fact/fact-sheet.js';
export { writePdf } from './pdf/write-pdf.js';
export { nd30 } from './profile/nd30.js';
export { writeSvg } from './svg/write-svg.js';
export { layoutDocument } from './typeset/layout-document.js';
