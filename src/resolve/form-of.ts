import { createOwned } from '../base/memory.js';
import type { Document } from '../document/ast.js';
import { paragraphsOf } from './paragraphs-of.js';
import { plainText } from './regime.js';
import type { FormBlank, ResolvedForm, ResolvedSection } from './resolved-document.js';
import { firstTitle } from './section-facts.js';

/** What a document with blanks says of itself; nothing of any other. */
export function formOf(
  document: Document,
  sections: readonly ResolvedSection[],
): { readonly form?: ResolvedForm } {
  const blanks = new Map<string, FormBlank>();
  for (const section of sections) for (const blank of blanksOf(section)) blanks.set(blank.key, blank);
  if (blanks.size === 0) return {};
  const named = plainText(firstTitle(document)?.kindTitle ?? []) || document.kindName;
  const isFillable = document.settings.formMode === 'fillable';
  const unitKey = document.settings.unitKey ?? '';
  return { form: { isFillable, title: named, unitKey, blanks: [...blanks.values()] } };
}

const blanksOf = createOwned(({ blocks }: ResolvedSection): readonly FormBlank[] => {
  const found: FormBlank[] = [];
  for (const { inlines } of paragraphsOf(blocks))
    for (const inline of inlines)
      if (inline.type === 'text' && inline.blank !== undefined) found.push(inline.blank);
  return found;
});
