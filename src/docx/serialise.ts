import { escapeXml } from '../base/escape-xml.js';
import type { Verbatim, XmlAttributes, XmlChild, XmlContent, XmlElement } from './element.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A whole part: the declaration and its root element. */
export function xmlPart(root: XmlElement): string {
  return DECLARATION + toXml(root);
}

/** The text of an element, without any white space of its own. */
export function toXml(node: XmlElement): string {
  let xml = '';
  for (const name in node) xml += elementXml(name, node[name]!);
  return xml;
}

function elementXml(name: string, content: XmlContent): string {
  if (!isChildren(content)) return `<${name}${attributesXml(content._attr)}/>`;
  let attributes = '';
  let children = '';
  for (const child of content) {
    if (typeof child === 'string') children += escapeXml(child);
    else if (isVerbatim(child)) children += child._xml;
    else if (isAttributes(child)) attributes += attributesXml(child._attr);
    else for (const key in child) children += elementXml(key, child[key]!);
  }
  return children === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${children}</${name}>`;
}

function attributesXml(attributes: XmlAttributes | undefined): string {
  let xml = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) xml += ` ${name}="${typeof value === 'string' ? escapeXml(value) : value}"`;
  }
  return xml;
}

function isChildren(content: XmlContent): content is Exclude<XmlContent, { readonly _attr?: XmlAttributes }> {
  return Array.isArray(content);
}

function isVerbatim(child: Exclude<XmlChild, string>): child is Verbatim {
  return '_xml' in child;
}

function isAttributes(
  child: Exclude<XmlChild, string | Verbatim>,
): child is { readonly _attr: XmlAttributes } {
  return '_attr' in child;
}
