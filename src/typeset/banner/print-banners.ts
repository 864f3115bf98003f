import { type Pt, pt } from '../../base/lengths.js';
import { placePath, rectangle } from '../../base/path.js';
import type { FaceName, FontSet } from '../../font/font.js';
import type { ResolvedBanner } from '../../resolve/banner/resolved-banner.js';
import type { ResolvedDocument } from '../../resolve/resolved-document.js';
import { printSizeText } from '../../vietnamese/print-size.js';
import type { Area, Page, PagedDocument, PageItem, PathItem } from '../frame.js';
import { outlineText } from './outline-text.js';

const PT_PER_MM = 72 / 25.4;

/** The banners of a document that are to be printed, each on a page of its own size; undefined where there are none. */
export function printOf(document: ResolvedDocument, fonts: FontSet): (() => PagedDocument) | undefined {
  const banners = document.sections
    .flatMap((section) => section.banners ?? [])
    .filter(({ print }) => !print.isMockUpOnly);
  if (banners.length === 0) return undefined;
  return () => {
    const pages = banners.map((banner, index) => printBanner(banner, index, fonts));
    return { type: 'paged-document', properties: document.properties, pages, bookmarks: [] };
  };
}

/** How the banner's measure becomes points of the page, and what stands around it. */
interface Sheet {
  /** Points to one millimetre of cloth, or to one point of a screen. */
  readonly factor: number;
  /** 1, or 1/10. */
  readonly scale: number;
  readonly trim: Area;
  readonly bleed: Area;
  readonly width: Pt;
  readonly height: Pt;
  readonly hasSlug: boolean;
  /** How much larger marks and slug are than on a sheet that one holds in the hand. */
  readonly zoom: number;
}

function printBanner(banner: ResolvedBanner, index: number, fonts: FontSet): Page {
  const sheet = sheetOf(banner);
  const { scale, trim, bleed } = sheet;
  const isPixels = banner.size.unit === 'px';
  const items: readonly PageItem[] = [
    ...ground(banner, sheet),
    ...drawBanner(banner, sheet),
    ...(banner.print.cropMarks ? cropMarks(banner, sheet) : []),
    ...(sheet.hasSlug ? slug(banner, sheet, fonts) : []),
  ];
  return {
    width: sheet.width,
    height: sheet.height,
    section: 0,
    numberInSection: index + 1,
    sectionLabel: '',
    items: banner.print.outlines ? outlineText(items, fonts) : items,
    print: {
      trim,
      bleed,
      isPixels,
      ...(scale === 1 ? {} : { reducedBy: Math.round(1 / scale), scaleName: scaleName(banner, scale) }),
      ...(scale < 1 && banner.print.userUnit ? { userUnit: Math.round(1 / scale) } : {}),
    },
  };
}

/** True size, or the scale at which the page with all around it keeps to the longest side that every program reads. */
function sheetOf({ size, layout, print, figures }: ResolvedBanner): Sheet {
  if (size.unit === 'px') {
    const area = { x: pt(0), y: pt(0), width: pt(layout.width), height: pt(layout.height) };
    return {
      factor: 1,
      scale: 1,
      trim: area,
      bleed: area,
      width: area.width,
      height: area.height,
      hasSlug: false,
      zoom: 1,
    };
  }
  const { length, gap } = figures.cropMark;
  const at = (scale: number): Sheet => {
    const factor = PT_PER_MM * scale;
    const bled = print.bleed * factor;
    const zoom = Math.max(1, (Math.max(layout.width, layout.height) * factor) / figures.handSize);
    const marks = print.cropMarks ? (length + gap) * PT_PER_MM * zoom : 0;
    const hasSlug = scale < 1 || print.cropMarks;
    const foot = hasSlug ? figures.slug.height * PT_PER_MM * zoom : 0;
    const area = (beyond: number): Area => ({
      x: pt(marks + bled - beyond),
      y: pt(marks + bled - beyond),
      width: pt(layout.width * factor + 2 * beyond),
      height: pt(layout.height * factor + 2 * beyond),
    });
    return {
      factor,
      scale,
      trim: area(0),
      bleed: area(bled),
      width: pt(layout.width * factor + 2 * (marks + bled)),
      height: pt(layout.height * factor + 2 * (marks + bled) + foot),
      hasSlug,
      zoom,
    };
  };
  let scale = 1;
  while (Math.max(at(scale).width, at(scale).height) > figures.longestSide) scale *= figures.scale;
  return at(scale);
}

/**
 * "that-6x3m-ty-le-1-10", or "that-6x3m-userunit-10" where the file says its scale itself, so that nobody enlarges it twice; in
 * centimetres where metres would need a point in a file's name.
 */
function scaleName({ size: { width, height }, print }: ResolvedBanner, scale: number): string {
  const isWhole = width % 1000 === 0 && height % 1000 === 0;
  const size = isWhole
    ? `${width / 1000}x${height / 1000}m`
    : `${width / 10}x${height / 10}cm`.replaceAll('.', '-');
  return `that-${size}-${print.userUnit ? 'userunit' : 'ty-le-1'}-${Math.round(1 / scale)}`;
}

function ground({ layout }: ResolvedBanner, { bleed }: Sheet): readonly PathItem[] {
  return [
    { type: 'path', path: rectangle(bleed.x, bleed.y, bleed.width, bleed.height), fill: layout.background },
  ];
}

function drawBanner({ layout, sans, emblem }: ResolvedBanner, { factor, trim }: Sheet): readonly PageItem[] {
  const shapes = [...layout.ornaments, ...layout.flags.flatMap((flag) => flag.shapes)];
  const face: FaceName = sans ? 'sansBold' : 'bold';
  const [x, y] = [(at: number): Pt => pt(trim.x + at * factor), (at: number): Pt => pt(trim.y + at * factor)];
  return [
    ...shapes.map(
      ({ path, fill }): PathItem => ({ type: 'path', path: placePath(path, factor, trim.x, trim.y), fill }),
    ),
    ...(emblem === undefined || layout.emblem === undefined
      ? []
      : [
          {
            type: 'image' as const,
            x: x(layout.emblem.x),
            y: y(layout.emblem.y),
            width: pt(layout.emblem.width * factor),
            height: pt(layout.emblem.height * factor),
            picture: emblem,
          },
        ]),
    ...layout.rows.flatMap((row) =>
      row.lines.flatMap((line) =>
        line.pieces.map(
          (piece): PageItem => ({
            type: 'text',
            x: x(piece.x),
            y: y(line.baseline),
            text: piece.text,
            face,
            size: pt(row.size * factor),
            color: row.color,
            wordSpace: pt(0),
            width: pt(piece.width * factor),
            style: row.role === 'place' ? 'BannerPlace' : 'BannerLine',
            ...(piece.origin === undefined ? {} : { origin: piece.origin }),
          }),
        ),
      ),
    ),
  ];
}

/** Two short strokes at each corner, outside the bleed, where the cloth is to be cut. */
function cropMarks({ figures }: ResolvedBanner, { trim, bleed, zoom }: Sheet): readonly PageItem[] {
  const { length, gap, thickness } = figures.cropMark;
  const [from, to] = [gap * PT_PER_MM * zoom, (gap + length) * PT_PER_MM * zoom];
  const rule = (x0: number, y0: number, x1: number, y1: number): PageItem => ({
    type: 'rule',
    x0: pt(x0),
    y0: pt(y0),
    x1: pt(x1),
    y1: pt(y1),
    thickness: pt(thickness * zoom),
    color: '000000',
  });
  return [0, 1].flatMap((right) =>
    [0, 1].flatMap((bottom): readonly PageItem[] => {
      const x = trim.x + right * trim.width;
      const y = trim.y + bottom * trim.height;
      const edgeX = bleed.x + right * bleed.width;
      const edgeY = bleed.y + bottom * bleed.height;
      const [outX, outY] = [right === 1 ? 1 : -1, bottom === 1 ? 1 : -1];
      return [
        rule(edgeX + outX * from, y, edgeX + outX * to, y),
        rule(x, edgeY + outY * from, x, edgeY + outY * to),
      ];
    }),
  );
}

/** One line below everything, outside the trim: what the print shop has to know. */
function slug(banner: ResolvedBanner, sheet: Sheet, fonts: FontSet): readonly PageItem[] {
  const { height, size: most } = banner.figures.slug;
  const face = fonts.faces.regular;
  const times = Math.round(1 / sheet.scale);
  const enlarge = banner.print.userUnit
    ? `; tệp ghi UserUnit ${times}, chỉ phóng to ${times} lần nếu chương trình in không hiểu UserUnit`
    : `; tỷ lệ tệp 1:${times}, in phóng to ${times} lần`;
  const scale = sheet.scale === 1 ? '' : enlarge;
  const bleed = banner.print.bleed > 0 ? `; chừa xén ${String(banner.print.bleed).replace('.', ',')} mm` : '';
  const text = `Kích thước thật: ${printSizeText(banner.size)}${scale}${bleed}`;
  const em =
    [...text].reduce((sum, letter) => sum + (face.advance(letter.codePointAt(0)!) ?? 0), 0) /
    face.metrics.unitsPerEm;
  const size = Math.min(most * sheet.zoom, (sheet.width * 0.96) / em);
  return [
    {
      type: 'text',
      x: pt(Math.max(sheet.trim.x, sheet.width * 0.02)),
      y: pt(sheet.height - (height * PT_PER_MM * sheet.zoom - size) / 2),
      text,
      face: 'regular',
      size: pt(size),
      color: '000000',
      wordSpace: pt(0),
      width: pt(size * em),
      style: 'BannerCaption',
      origin: { type: 'generated', rule: 'R162' },
    },
  ];
}
