import { type Pt, pt, ptToTwip, type Twip, twip, twipToPt } from '../../base/lengths.js';
import { placePath } from '../../base/path.js';
import type { Banner } from '../../document/banner.js';
import { type PrintSize, printSizeText, readHexColor, readPrintSize } from '../../vietnamese/print-size.js';
import { buildParagraph, type ResolveContext, styleOf } from '../context.js';
import { generated } from '../inlines.js';
import type {
  Backdrop,
  BackdropShape,
  ResolvedBlock,
  ResolvedInline,
  ResolvedParagraph,
  ResolvedTable,
} from '../resolved-document.js';
import { SEAM_HEIGHT } from '../seam.js';
import type { BannerLayout, BannerSpec, LaidBannerRow } from './banner-layout.js';
import { emblemOf } from './emblem.js';
import type { FlagName } from './flags.js';
import { layoutBanner } from './layout-banner.js';
import { readRows } from './read-rows.js';
import type { ResolvedBanner } from './resolved-banner.js';

const FLAGS: Readonly<Record<Banner['flags'], readonly FlagName[]>> = {
  none: [],
  national: ['national'],
  both: ['party', 'national'],
};
const FLAG_NAMES: Readonly<Record<FlagName, string>> = { party: 'Cờ Đảng', national: 'Quốc kỳ' };

/** The banner as it is printed, and what of it stands in the flow of a sheet: a picture to scale, and its size below. */
export function resolveBanner(
  context: ResolveContext,
  banner: Banner,
  room: { readonly width: Twip; readonly height: Twip },
): { readonly print: ResolvedBanner; readonly blocks: readonly ResolvedBlock[] } {
  const emblem = emblemOf(context, banner);
  const spec = specOf(context, banner, emblem && emblem.width / emblem.height);
  const size = sizeOf(context, banner);
  const print: ResolvedBanner = {
    size,
    layout: layoutBanner(spec, size.width, size.height),
    sans: banner.face === 'sans',
    name: nameOf(spec),
    ...(emblem === undefined ? {} : { emblem }),
    print: { ...banner.print, bleed: bleedOf(banner) },
    figures: context.profile.banner.print,
  };
  const width = Math.min(room.width, (room.height * size.width) / size.height);
  const picture = mockUp(
    context,
    banner,
    spec,
    twip(width),
    twip((width * size.height) / size.width),
    room.width,
  );
  const label = `Kích thước thật: ${printSizeText(size)}`;
  const caption = buildParagraph(context, 'BannerCaption', [
    generated(label, styleOf(context, 'BannerCaption').run, 'R162'),
  ]);
  return { print, blocks: [picture, caption] };
}

function specOf(context: ResolveContext, banner: Banner, emblemRatio: number | undefined): BannerSpec {
  const figures = context.profile.banner;
  const color = (typed: Banner['background'], otherwise: string): string =>
    (typed && readHexColor(typed.text)) ?? otherwise;
  return {
    rows: readRows(banner),
    design: banner.design,
    align: banner.align,
    flags: FLAGS[banner.flags],
    bust: banner.bust,
    names: banner.names,
    colors: {
      background: color(banner.background, figures.colors.background),
      main: color(banner.mainColor, figures.colors.main),
      other: color(banner.otherColor, figures.colors.other),
    },
    ...(emblemRatio === undefined ? {} : { emblemRatio }),
    face: context.fonts.faces[banner.face === 'sans' ? 'sansBold' : 'bold'],
    figures,
  };
}

/** What is no size is told by a check; the banner is shown all the same. */
function sizeOf(context: ResolveContext, banner: Banner): PrintSize {
  const { width, height } = context.profile.banner.size;
  return (banner.size && readPrintSize(banner.size.text)) ?? { unit: 'mm', width, height };
}

const bleedOf = ({ print }: Banner): number => Number(print.bleed?.text.replace(',', '.') ?? 0) || 0;

const nameOf = ({ rows }: BannerSpec): string => {
  const row = rows.find(({ role }) => role === 'unit') ?? rows[0];
  return (row?.words ?? []).map((word) => word.map(({ text }) => text).join('')).join(' ');
};

/** The banner as a table of one cell: its ground is the cell's, its lines are paragraphs, its flags shapes. */
function mockUp(
  context: ResolveContext,
  banner: Banner,
  spec: BannerSpec,
  width: Twip,
  height: Twip,
  textWidth: Twip,
): ResolvedTable {
  const layout = layoutBanner(spec, twipToPt(width), twipToPt(height));
  const none = twip(0);
  return {
    type: 'table',
    purpose: 'banner',
    grid: 'none',
    columns: [width],
    indent: twip((textWidth - width) / 2),
    before: ptToTwip(context.profile.banner.mockUp.before),
    cellMargins: { top: none, bottom: none, left: none, right: none },
    rows: [
      {
        cells: [
          { columnSpan: 1, verticalAlign: 'top', paragraphs: paragraphsOf(context, banner, layout, width) },
        ],
        isHead: false,
        cantSplit: true,
        keepNext: true,
      },
    ],
    backdrop: backdropOf(layout, height),
  };
}

function backdropOf(layout: BannerLayout, height: Twip): Backdrop {
  const inTwips = (shapes: BackdropShape['shapes']) =>
    shapes.map(({ path, fill }) => ({ path: placePath(path, 20, 0, 0), fill }));
  const flags = layout.flags.map(
    ({ name, shapes }): BackdropShape => ({ name: FLAG_NAMES[name], shapes: inTwips(shapes) }),
  );
  const frame = layout.ornaments.length === 0 ? [] : [{ name: 'Khung', shapes: inTwips(layout.ornaments) }];
  return { height, fill: layout.background, shapes: [...frame, ...flags] };
}

/** The lines at their heights. A paragraph as low as can be stands first: shapes hang on it. */
function paragraphsOf(
  context: ResolveContext,
  banner: Banner,
  layout: BannerLayout,
  width: Twip,
): readonly ResolvedParagraph[] {
  const hook = buildParagraph(context, 'BannerLine', [], { pitch: SEAM_HEIGHT, pitchRule: 'exact' });
  let y: number = SEAM_HEIGHT;
  const { x, width: room } = layout.textRoom;
  const rows = layout.rows.map((row): ResolvedParagraph => {
    const pitch = ptToTwip(row.pitch);
    const before = twip(Math.max(0, ptToTwip(row.top) - y));
    y += before + pitch * row.lines.length;
    return buildParagraph(context, row.role === 'place' ? 'BannerPlace' : 'BannerLine', runsOf(banner, row), {
      align: banner.align,
      indentLeft: ptToTwip(x),
      indentRight: twip(width - ptToTwip(x) - ptToTwip(room)),
      before,
      pitch,
      pitchRule: 'exact',
    });
  });
  return [hook, ...rows];
}

function runsOf(banner: Banner, row: LaidBannerRow): readonly ResolvedInline[] {
  const run = {
    size: halfPoints(row.size),
    bold: true,
    italic: false,
    color: row.color,
    ...(banner.face === 'sans' ? { sans: true as const } : {}),
  };
  return row.lines.flatMap(({ pieces }, i): readonly ResolvedInline[] => [
    ...(i === 0 ? [] : [{ type: 'line-break' as const }]),
    ...pieces.flatMap(({ text, origin, isGlued }, j): readonly ResolvedInline[] => [
      ...(j === 0 || isGlued ? [] : [generated(' ', run, 'R162')]),
      { type: 'text', text, ...run, ...(origin === undefined ? {} : { origin }) },
    ]),
  ]);
}

/** Word's sizes are half points; never larger than what fits. */
const halfPoints = (size: number): Pt => pt(Math.max(1, Math.floor(size * 2) / 2));
