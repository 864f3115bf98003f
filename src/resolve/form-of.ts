import type { Document, Title } from '../document/ast.js';
import { paragraphsOf } from './paragraphs-of.js';
import { plainText } from './regime.js';
import type { FormBlank, ResolvedForm, ResolvedSection } from './resolved-document.js';

/** What a document with blanks says of itself; nothing of any other. */
export function formOf(
  document: Document,
  sections: readonly ResolvedSection[],
): { readonly form?: ResolvedForm } {
  const blanks = new Map<string, FormBlank>();
  for (const paragraph of paragraphsOf(sections.flatMap(({ blocks }) => blocks)))
    for (const inline of paragraph.inlines)
      if (inline.type === 'text' && inline.blank !== undefined) blanks.set(inline.blank.key, inline.blank);
  if (blanks.size === 0) return {};
  const title = document.sections
    .flatMap((section) => section.blocks)
    .find((block): block is Title => block.type === 'title');
  const named = plainText(title?.kindTitle ?? []) || document.kindName;
  const isFillable = document.settings.formMode === 'fillable';
  const unitKey = document.settings.unitKey ?? '';
  return { form: { isFillable, title: named, unitKey, blanks: [...blanks.values()] } };
}
