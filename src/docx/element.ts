import type { IContext, XmlComponent } from 'docx';

/**
 * An element in the form that docx's own `prepForXml` gives: one key, its name; under it the children, before them the
 * attributes as `{ _attr }`. docx's classes make the properties of paragraphs, runs, tables and rows, where they know the
 * order that the schema demands; what is plain is made in this form directly. (240 paragraphs of docx objects take 4 ms,
 * which is the time a whole paper may take.)
 */
export type XmlElement = { readonly [name: string]: XmlContent };
/** Children, or the attributes alone of an element that has no children. */
export type XmlContent = readonly XmlChild[] | { readonly _attr?: XmlAttributes };
/** A string is text, still to be escaped; `_attr` stands first. */
export type XmlChild = XmlElement | { readonly _attr: XmlAttributes } | Verbatim | string;
/** XML that is text already: properties made once for many paragraphs, and the paragraphs themselves. */
export interface Verbatim {
  readonly _xml: string;
}
/** An attribute that is undefined is not written. */
export type XmlAttributes = { readonly [name: string]: string | number | boolean | undefined };

/** `<name a="…">children</name>`; a string among the children is text. */
export function element(
  name: string,
  attributes?: XmlAttributes,
  children: readonly XmlChild[] = [],
): XmlElement {
  return { [name]: attributes ? [{ _attr: attributes }, ...children] : children };
}

/** `<w:name w:val="value"/>`, the commonest shape of WordprocessingML. */
export function valued(name: string, value: string | number | boolean): XmlElement {
  return { [name]: { _attr: { 'w:val': value } } };
}

/** The elements of a docx object; undefined where docx writes nothing, because nothing was set. */
export function fromDocx(component: Pick<XmlComponent, 'prepForXml'>): XmlElement | undefined {
  // None of the objects used here looks at the file or the part it stands in.
  const context = { stack: [] } as unknown as IContext;
  return component.prepForXml(context) as XmlElement | undefined;
}
