import type { Outcome } from '../diagnostic/diagnostic.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Document } from '../document/ast.js';
import { buildDocument } from './build-document.js';
import { readElements } from './read-elements.js';
import { readTokens } from './tokens.js';

/**
 * Markup, as a template prints it, to the document tree; outlines stay raw. `file` is what diagnostics name where the
 * markup bears no marks of its template. Every finding is an error `markup/…`, and with an error there is no document.
 */
export function parseMarkup(markup: string, context: { readonly file: string }): Outcome<Document> {
  // Cut into tags and text.
  const { tokens, diagnostics: ofTokens } = readTokens(markup, context.file);
  // Build the tree of elements and hold it against the grammar.
  const { root, diagnostics: ofElements } = readElements(tokens, context.file);
  if (!root || hasErrors([...ofTokens, ...ofElements])) return { diagnostics: [...ofTokens, ...ofElements] };
  // Turn elements into nodes of the document.
  const { value, diagnostics } = buildDocument(root);
  return hasErrors(diagnostics) || !value ? { diagnostics } : { value, diagnostics };
}
