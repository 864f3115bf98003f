import {
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from 'pdf-lib/cjs/core/index.js';
import { decimal } from '../base/decimal.js';
import { FACTS_FIELD, formFacts } from '../document/form-facts.js';
import type { ResolvedForm } from '../resolve/resolved-document.js';
import type { FieldArea, Page, PagedDocument } from '../typeset/frame.js';
import { literal, type PdfFonts } from './fonts.js';

/** Bits of a field's flags and of an annotation's. */
const READ_ONLY = 1 << 0;
const REQUIRED = 1 << 1;
const MULTILINE = 1 << 12;
const PRINTED = 1 << 2;
const HIDDEN = 1 << 1;
/** Between a field's edge and its text: what viewers leave. */
const PADDING = 2;
/** The face in the resources of the form. */
const FONT = 'R';

/** The fields of a fillable form. */
export interface FormFields {
  /** By page, the fields on it. */
  readonly fields: readonly (readonly PDFRef[])[];
  /** The catalog's entry. */
  readonly entry: PDFDict;
}

/**
 * A text field over every blank, and a hidden one that says what form this is and whom it was made for. A field that is empty
 * has an empty appearance, so that the dots below it show; what is typed is drawn by the viewer, on white, in the face that
 * the field names. `pages`, `face`: the objects of the pages and of the face.
 */
export const writeFields = (
  context: PDFContext,
  document: PagedDocument,
  form: ResolvedForm,
  pages: readonly PDFRef[],
  fonts: PdfFonts,
  face: PDFRef,
): FormFields => {
  const resources = context.register(context.obj({ Font: { [FONT]: face } }));
  const fields = document.pages.map((page, index) => {
    const ref = pages[index]!;
    const own = (page.fields ?? []).map((area) => writeField(context, area, page, ref, { fonts, resources }));
    if (index === 0) own.push(writeFacts(context, form, ref));
    return own;
  });
  const entry = context.obj({
    Fields: fields.flat(),
    DR: resources,
    DA: appearance(0),
    // Every field has its appearance; a viewer that drew them anew would draw white over the dots of empty ones.
    NeedAppearances: false,
  });
  return { fields, entry };
};

const writeFacts = (context: PDFContext, form: ResolvedForm, page: PDFRef): PDFRef =>
  context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Tx',
      T: PDFString.of(FACTS_FIELD),
      V: PDFHexString.fromText(formFacts(form)),
      DA: appearance(0),
      Ff: READ_ONLY,
      F: HIDDEN,
      Rect: [0, 0, 0, 0],
      P: page,
    }),
  );

interface Style {
  readonly fonts: PdfFonts;
  readonly resources: PDFRef;
}

const appearance = (size: number): PDFString => PDFString.of(`/${FONT} ${decimal(size)} Tf 0 g`);

const writeField = (
  context: PDFContext,
  area: FieldArea,
  page: Page,
  pageRef: PDFRef,
  style: Style,
): PDFRef => {
  const { blank, x, y, width, height, size } = area;
  const number = (value: number): number => Number(decimal(value));
  const foot = page.height - y - height;
  const value = blank.value === '' ? {} : { V: PDFHexString.fromText(blank.value) };
  return context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Tx',
      T: PDFString.of(blank.key),
      TU: PDFHexString.fromText(blank.isRequired ? `${blank.label} (bắt buộc)` : blank.label),
      ...value,
      // A short field takes a long word small: size 0 leaves that to the viewer.
      DA: appearance(blank.width === 'fill' ? size : 0),
      Ff: (blank.isRequired ? REQUIRED : 0) + (blank.lines > 1 ? MULTILINE : 0),
      F: PRINTED,
      Rect: [number(x), number(foot), number(x + width), number(foot + height)],
      MK: { BG: [1] },
      P: pageRef,
      AP: { N: writeAppearance(context, area, style) },
    }),
  );
};

/** What the field shows until somebody types: its value on white, or nothing. */
const writeAppearance = (context: PDFContext, area: FieldArea, { fonts, resources }: Style): PDFRef => {
  const { value, width, height } = area;
  const box = `${decimal(width)} ${decimal(height)}`;
  const lines = value.lines.map((line, index) => {
    const down = decimal(index === 0 ? height - area.firstLine : -area.pitch);
    return `${index === 0 ? PADDING : 0} ${down} Td\n${literal(line, fonts.regular)} Tj\n`;
  });
  const content =
    lines.length === 0
      ? '/Tx BMC\nEMC\n'
      : `1 g\n0 0 ${box} re f\n/Tx BMC\nq\n0 0 ${box} re W n\nBT\n/${FONT} ${decimal(value.size)} Tf\n0 g\n${lines.join('')}ET\nQ\nEMC\n`;
  const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0));
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, Number(decimal(width)), Number(decimal(height))],
    Resources: resources,
    Length: bytes.length,
  });
  return context.register(PDFRawStream.of(dict, bytes));
};
