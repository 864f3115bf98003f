/** The namespaces of the parts, transitional (ISO/IEC 29500-4), as Word writes them, with the usual prefix. */

/** `w`: text, styles, sections and settings. */
export const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** `r`: ids of other parts. */
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** `a`: shapes and the theme. */
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
/** `wp`: the place of a shape on the sheet. */
export const WORD_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
/** `mc`: choices for older readers. */
export const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
/** `wps`: text boxes and lines of Word 2010. */
export const SHAPE = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';
