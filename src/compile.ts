import { checkDocument } from './check/check-document.js';
import type { Diagnostic, Outcome } from './diagnostic/diagnostic.js';
import { hasErrors } from './diagnostic/diagnostic.js';
import type { Document } from './document/ast.js';
import type { FontSet } from './font/font.js';
import type { Form } from './form/form.js';
import { readForm } from './form/read-form.js';
import type { Kind } from './kind/kind.js';
import { parseMarkup } from './markup/parse-markup.js';
import { expandOutlines } from './outline/expand-outlines.js';
import type { Profile } from './profile/profile.js';
import { resolveDocument } from './resolve/resolve-document.js';
import type { ResolvedDocument } from './resolve/resolved-document.js';
import { renderTemplate } from './template/render-template.js';
import type { PagedDocument } from './typeset/frame.js';
import { layoutDocument } from './typeset/layout-document.js';

export interface CompileContext {
  readonly kinds: readonly Kind[];
  readonly profile: Profile;
  readonly fonts: FontSet;
}

/** One finished paper: its facts, its tree, the tree with every figure decided, and its pages on demand. */
export interface Paper {
  readonly form: Form;
  readonly document: Document;
  readonly resolved: ResolvedDocument;
  readonly pages: () => PagedDocument;
}

/** The way of a paper: form, markup, document, resolved document; pages when they are asked for. */
export function compileForm(
  source: { readonly file: string; readonly text: string },
  context: CompileContext,
): Outcome<readonly Paper[]> {
  const found: Diagnostic[] = [];
  const take = <T>(outcome: Outcome<T>): T | undefined => {
    found.push(...outcome.diagnostics);
    return outcome.value;
  };
  // The form file, read by the fields of its kind.
  const form = take(
    readForm(
      source,
      (name) => findKind(context.kinds, name)?.definition,
      context.kinds.map((kind) => kind.definition.name),
    ),
  );
  if (form === undefined || hasErrors(found)) return { diagnostics: found };
  // The kind's template, filled in: markup text.
  const kind = findKind(context.kinds, form.kind);
  const markup = kind === undefined ? undefined : take(renderTemplate(kind.template, form.values));
  if (kind === undefined || markup === undefined) return { diagnostics: found };
  // The tree, with the official text of its outlines read.
  const raw = take(parseMarkup(markup, { file: kind.template.file }));
  const document = raw === undefined ? undefined : take(expandOutlines(raw, form.locate, form.labelOf));
  if (document === undefined) return { diagnostics: found };
  // What the words of the paper break.
  found.push(...checkDocument(document, kind.definition.abbreviation, form.locate, form.labelOf));
  // Every figure of the decree decided.
  const resolved = take(resolveDocument(document, context.profile, context.fonts, form.locate));
  if (resolved === undefined) return { diagnostics: found };
  let paged: PagedDocument | undefined;
  const pages = () => {
    paged ??= layoutDocument(resolved, context.fonts);
    return paged;
  };
  return { value: [{ form, document, resolved, pages }], diagnostics: found };
}

const findKind = (kinds: readonly Kind[], slugOrName: string): Kind | undefined =>
  kinds.find((kind) => kind.definition.slug === slugOrName || kind.definition.name === slugOrName);
