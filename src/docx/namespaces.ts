/** The namespaces of the parts, transitional (ISO/IEC 29500-4), as Word writes them. */
export const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const WORD_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
export const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
export const SHAPE = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';
