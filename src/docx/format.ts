import { type AlignmentType, ParagraphProperties, RunProperties } from 'docx';
import type { Align, ParagraphFormat, ParagraphStyle, RunFormat } from '../resolve/resolved-document.js';
import { fromDocx, type XmlChild, type XmlElement } from './element.js';

const ALIGNMENT = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'both',
} as const satisfies Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]>;

/** The sans of banners; a machine without it takes a metric twin. */
const SANS_FONT = 'Arial';

/** What a paragraph may have beyond its format. */
export interface ParagraphExtras {
  readonly style?: string;
  /** 0 to 8, or 9 for body text. */
  readonly outlineLevel?: number;
  /** Eighths of a point of a top border. */
  readonly topBorder?: number;
  /** Twips from the left of the column to a right tab whose leader is dots. */
  readonly tabStop?: number;
}

/** The properties of a style, all of them, so that nothing depends on the style it is based on. */
export function styleParagraphProperties(style: ParagraphStyle): XmlElement | undefined {
  return paragraphProperties(style.paragraph, undefined, {
    ...(style.outlineLevel === undefined ? {} : { outlineLevel: style.outlineLevel }),
  });
}

/**
 * `w:pPr` with what `format` has otherwise than `base`, down to the single attribute; all of it without `base`. Undefined
 * where nothing is to be written.
 */
export function paragraphProperties(
  format: ParagraphFormat,
  base: ParagraphFormat | undefined,
  extras: ParagraphExtras,
): XmlElement | undefined {
  const differs = (key: keyof ParagraphFormat): boolean => format[key] !== base?.[key];
  // What is off is the case without being written, except widow control, which Word has on by itself.
  const toggled = (key: 'keepNext' | 'keepLines'): boolean =>
    base === undefined ? format[key] : format[key] !== base[key];
  return fromDocx(
    new ParagraphProperties({
      ...(extras.style === undefined ? {} : { style: extras.style }),
      ...(toggled('keepNext') ? { keepNext: format.keepNext } : {}),
      ...(toggled('keepLines') ? { keepLines: format.keepLines } : {}),
      ...(differs('widowControl') ? { widowControl: format.widowControl } : {}),
      ...(extras.tabStop === undefined
        ? {}
        : { tabStops: [{ type: 'right', position: extras.tabStop, leader: 'dot' }] }),
      ...(extras.topBorder === undefined ? {} : { border: { top: border(extras.topBorder) } }),
      ...spacing(format, base),
      ...indent(format, base),
      ...(differs('align') ? { alignment: ALIGNMENT[format.align] } : {}),
      ...(extras.outlineLevel === undefined ? {} : { outlineLevel: extras.outlineLevel }),
    }),
  );
}

/** `w:rPr` with what `format` has otherwise than `base`; without `base` its size, and what is on. */
export function runProperties(
  format: RunFormat & { readonly spacing?: number },
  base: RunFormat | undefined,
): XmlElement | undefined {
  const properties = fromDocx(
    new RunProperties({
      ...(format.sans !== base?.sans && format.sans ? { font: SANS_FONT } : {}),
      ...(format.bold !== (base?.bold ?? false) ? { bold: format.bold } : {}),
      ...(format.italic !== (base?.italic ?? false) ? { italics: format.italic } : {}),
      ...(format.color !== (base?.color ?? '000000') ? { color: format.color } : {}),
      ...(format.spacing === undefined ? {} : { characterSpacing: format.spacing }),
      // Half points.
      ...(format.size !== base?.size ? { size: Math.round(format.size * 2) } : {}),
    }),
  );
  return properties;
}

/** A plain black line; the thickness in eighths of a point, as `w:sz` of a border wants it. */
export function border(eighths: number) {
  return { style: 'single', size: eighths, space: 0, color: '000000' } as const;
}

/** The elements of an optional one, to be spread among children. */
export function optional(node: XmlElement | undefined): readonly XmlChild[] {
  return node === undefined ? [] : [node];
}

function spacing(format: ParagraphFormat, base: ParagraphFormat | undefined) {
  const line = format.pitch !== base?.pitch || format.pitchRule !== base.pitchRule;
  const spacing = {
    ...(format.before !== base?.before ? { before: format.before } : {}),
    ...(base === undefined ? { after: 0 } : {}),
    ...(line ? { line: format.pitch, lineRule: format.pitchRule } : {}),
  };
  return Object.keys(spacing).length > 0 ? { spacing } : {};
}

function indent(format: ParagraphFormat, base: ParagraphFormat | undefined) {
  const { firstLine } = format;
  const indent = {
    ...(format.indentLeft !== base?.indentLeft ? { left: format.indentLeft } : {}),
    ...(format.indentRight !== base?.indentRight ? { right: format.indentRight } : {}),
    ...(firstLine === base?.firstLine ? {} : firstLine < 0 ? { hanging: -firstLine } : { firstLine }),
  };
  return Object.keys(indent).length > 0 ? { indent } : {};
}
