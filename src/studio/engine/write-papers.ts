import { deflateRaw } from '../../archive/deflate.js';
import { makeFiles } from '../../batch/make-files.js';
import { paperFiles } from '../../batch/paper-name.js';
import { type ReadyPaper, readyPaper } from '../../batch/ready-paper.js';
import type { Paper } from '../../compile.js';
import type { FontSet } from '../../font/font.js';
import type { OutputFile } from '../../host/host.js';
import { writeSvg } from '../../svg/write-svg.js';
import { outlineText } from '../../typeset/banner/outline-text.js';
import type { NamedFile, WriteRequest, Written } from '../protocol.js';
import type { EngineParts } from './engine-parts.js';
import { compileSource, type EngineState, problemsOf } from './engine-state.js';
import { planPaperNames } from './paper-names.js';
import { problem } from './problems.js';

/** A form's papers as files, or why there are none. */
export async function writePapers(state: EngineState, request: WriteRequest): Promise<Written> {
  const { source, formats, paper: wanted, bare = false, split = false } = request;
  const { value: papers, diagnostics } = await compileSource(state, source, { split });
  const problems = problemsOf(state, source, diagnostics);
  if (papers === undefined) return { files: [], problems };
  const isDrawable = state.parts.rasterise !== undefined || !formats.includes('png');
  if (!isDrawable) return { files: [], problems: [...problems, noPictures()] };
  const names = planPaperNames(papers, source.file);
  const chosen = papers.flatMap((paper, index) =>
    wanted === undefined || wanted === index ? [{ paper: readyFor(state, paper), stem: names[index]! }] : [],
  );
  const planned = chosen.flatMap(({ paper, stem }) =>
    formats.map((format) => ({ paper, format, paths: paperFiles(stem, format, paper) })),
  );
  const files = await makeFiles(planned, { bare });
  return { files: files.map(named), problems };
}

export const named = ({ path, bytes }: OutputFile): NamedFile => ({ name: path, bytes });

const noPictures = () =>
  problem(
    'no-pictures',
    'error',
    'Chưa tạo được ảnh (PNG) ở đây',
    'Lấy tệp PDF hoặc DOCX, hoặc mở bằng trình duyệt khác',
  );

/** A paper as the writers of the command line make it. Pictures are drawn from outlines: a canvas has no fonts of ours. */
export function readyFor({ parts, fonts }: EngineState, paper: Paper): ReadyPaper {
  const host = { deflate: parts.deflate ?? deflateRaw, rasterise: rasteriserOf(parts) };
  const ready = readyPaper(paper, fonts, host, []);
  if (paper.print !== undefined) return ready;
  return {
    ...ready,
    write: (format, options) =>
      format === 'png' ? drawPages(paper, fonts, host.rasterise) : ready.write(format, options),
  };
}

const rasteriserOf =
  ({ rasterise }: EngineParts) =>
  async (svg: string, pixelsPerInch: number): Promise<Uint8Array> => {
    if (rasterise === undefined) throw new Error('Nothing draws pictures here');
    return rasterise(svg, pixelsPerInch);
  };

/** Of the page pictures, as of the command's. */
const PIXELS_PER_INCH = 150;

async function drawPages(
  paper: Paper,
  fonts: FontSet,
  rasterise: (svg: string, pixelsPerInch: number) => Promise<Uint8Array>,
): Promise<readonly Uint8Array[]> {
  const paged = paper.pages();
  const pictures: Uint8Array[] = [];
  for (const [index, page] of paged.pages.entries()) {
    const pages = paged.pages.with(index, { ...page, items: outlineText(page.items, fonts) });
    pictures.push(await rasterise(writeSvg({ ...paged, pages }, index, fonts), PIXELS_PER_INCH));
  }
  return pictures;
}
