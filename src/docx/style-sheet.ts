import type { ParagraphFormat, ParagraphStyle, RunFormat, StyleName } from '../resolve/resolved-document.js';
import { type ParagraphExtras, paragraphProperties, runProperties } from './format.js';
import { toXml } from './serialise.js';

/**
 * The styles of a paper, and the properties made of them so far as XML: a paper has hundreds of paragraphs and few ways
 * in which they differ from their styles, and the papers of a batch have the same styles.
 */
export interface StyleSheet {
  readonly styles: readonly ParagraphStyle[];
  readonly byName: ReadonlyMap<StyleName, ParagraphStyle>;
  readonly made: Map<string, string>;
  /** Of paragraphs that are just as their style says: most of them. */
  readonly plain: Map<StyleName, string>;
}

/** Drawn lines differ by the length of a text, so a long batch would go on collecting. */
const MOST_MADE = 2000;
/** Batches of papers with more than a few sets of styles at a time are not to be expected. */
const MOST_SHEETS = 20;

const byArray = new WeakMap<readonly ParagraphStyle[], StyleSheet>();
const byContent = new Map<string, StyleSheet>();

/** The sheet of these styles: the same for the same array, and for an array that says the same. */
export function styleSheetOf(styles: readonly ParagraphStyle[]): StyleSheet {
  const known = byArray.get(styles);
  if (known !== undefined) return known;
  const key = JSON.stringify(styles);
  const sheet = byContent.get(key) ?? createStyleSheet(styles);
  if (!byContent.has(key) && byContent.size >= MOST_SHEETS) byContent.clear();
  byContent.set(key, sheet);
  byArray.set(styles, sheet);
  return sheet;
}

/** A style by its name. Throws where the document uses one that it does not have. */
export function styleNamed(name: StyleName, sheet: StyleSheet): ParagraphStyle {
  const style = sheet.byName.get(name);
  if (style === undefined) throw new Error(`The resolved document has no style ${name}`);
  return style;
}

/** The children of a paragraph's `w:pPr`: its style, and what the paragraph has otherwise. */
export function paragraphPropertiesXml(
  style: ParagraphStyle,
  format: ParagraphFormat,
  extras: Omit<ParagraphExtras, 'style'>,
  sheet: StyleSheet,
): string {
  const { outlineLevel, topBorder, tabStop } = extras;
  const difference = differences(format, style.paragraph);
  const make = (): string => {
    const properties = paragraphProperties(format, style.paragraph, { ...extras, style: style.name });
    return properties === undefined ? '' : toXml(properties).slice('<w:pPr>'.length, -'</w:pPr>'.length);
  };
  const isPlain = outlineLevel === undefined && topBorder === undefined && tabStop === undefined;
  if (difference === '' && isPlain) {
    return once(style.name, sheet.plain, make);
  }
  return once(`p ${style.name} ${outlineLevel} ${topBorder} ${tabStop} ${difference}`, sheet.made, make);
}

/** A run's `w:rPr`: what it has otherwise than the style of its paragraph; empty where it has nothing. */
export function runPropertiesXml(
  style: ParagraphStyle,
  format: RunFormat & { readonly spacing?: number },
  sheet: StyleSheet,
): string {
  const base = style.run;
  const { bold, italic, size, color, sans, spacing } = format;
  const isAlike = bold === base.bold && italic === base.italic && size === base.size && color === base.color;
  if (isAlike && sans === base.sans && spacing === undefined) return '';
  return once(
    `r ${style.name} ${bold} ${italic} ${size} ${color} ${sans ?? false} ${spacing ?? 0}`,
    sheet.made,
    () => {
      const properties = runProperties(format, base);
      return properties === undefined ? '' : toXml(properties);
    },
  );
}

function once<K>(key: K, made: Map<K, string>, make: () => string): string {
  let xml = made.get(key);
  if (xml === undefined) {
    xml = make();
    if (made.size >= MOST_MADE) made.clear();
    made.set(key, xml);
  }
  return xml;
}

function createStyleSheet(styles: readonly ParagraphStyle[]): StyleSheet {
  return {
    styles,
    byName: new Map(styles.map((style) => [style.name, style])),
    made: new Map(),
    plain: new Map(),
  };
}

/** In what `format` differs from `base`: equal texts, equal properties. */
function differences(format: ParagraphFormat, base: ParagraphFormat): string {
  if (format === base) return '';
  let text = '';
  for (const name in format) {
    const value = format[name as keyof ParagraphFormat];
    if (value !== base[name as keyof ParagraphFormat]) text += `${name}=${value};`;
  }
  return text;
}
