import type { Outcome } from '../diagnostic/diagnostic.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Document } from '../document/ast.js';
import { buildDocument } from './build-document.js';
import { knownDocument } from './known-document.js';
import { readElements } from './read-elements.js';
import { readTokens } from './tokens.js';

/**
 * Markup, as a template prints it, to the document tree; outlines stay raw. `file` is what diagnostics name where the
 * markup bears no marks of its template. Every finding is an error `markup/…`, and with an error there is no document, but of
 * a `draft`, as far as its elements hold together: what an attribute has wrong is then as usual.
 */
export function parseMarkup(
  markup: string,
  context: { readonly file: string; readonly draft?: boolean },
): Outcome<Document> {
  const { draft = false } = context;
  const known = knownDocument(markup);
  if (known !== undefined) return { value: known, diagnostics: [] };
  // Cut into tags and text.
  const { tokens, diagnostics: ofTokens } = readTokens(markup, context.file);
  // Build the tree of elements and hold it against the grammar.
  const { root, diagnostics: ofElements } = readElements(tokens, context.file);
  const found = [...ofTokens, ...ofElements];
  if (!root || (hasErrors(found) && !draft)) return { diagnostics: found };
  // Turn elements into nodes of the document.
  const { value, diagnostics } = buildDocument(root);
  return (hasErrors(diagnostics) && !draft) || !value ? { diagnostics } : { value, diagnostics };
}
