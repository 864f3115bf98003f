import type { Document, Title } from '../document/ast.js';
import { plainText } from './regime.js';
import type { FormBlank, ResolvedForm, ResolvedInline, ResolvedSection } from './resolved-document.js';

/** What a document with blanks says of itself; nothing of any other. */
export function formOf(
  document: Document,
  sections: readonly ResolvedSection[],
): { readonly form?: ResolvedForm } {
  const blanks = new Map<string, FormBlank>();
  for (const inline of sections.flatMap(inlinesOf)) {
    if (inline.type === 'text' && inline.blank !== undefined) blanks.set(inline.blank.key, inline.blank);
  }
  if (blanks.size === 0) return {};
  const title = document.sections
    .flatMap((section) => section.blocks)
    .find((block): block is Title => block.type === 'title');
  const named = plainText(title?.kindTitle ?? []) || document.kindName;
  const isFillable = document.settings.formMode === 'fillable';
  const unitKey = document.settings.unitKey ?? '';
  return { form: { isFillable, title: named, unitKey, blanks: [...blanks.values()] } };
}

const inlinesOf = ({ blocks }: ResolvedSection): readonly ResolvedInline[] =>
  blocks
    .flatMap((block) =>
      block.type === 'paragraph'
        ? [block]
        : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
    )
    .flatMap((paragraph) => paragraph.inlines);
