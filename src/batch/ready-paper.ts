import type { Paper } from '../compile.js';
import { documentText } from '../document/tree-text.js';
import type { FontSet } from '../font/font.js';
import type { Form } from '../form/form.js';
import type { Host } from '../host/host.js';
import { frameText } from '../typeset/frame-text.js';
import { bannerParts, writeBanners } from './banner-files.js';

export type OutputFormat = 'docx' | 'pdf' | 'svg' | 'png';
export type DumpKind = 'tree' | 'pages';

export interface WriteOptions {
  /** ISO */
  readonly now?: string;
  /** Whether the file is to carry nothing of its form. */
  readonly bare?: boolean;
}

/** A paper that is ready to be written in any format. */
export interface ReadyPaper {
  /** What tells it from the other papers of its form, for its file's name; absent where it is named like the form. */
  readonly label?: string;
  readonly name: { readonly number: string; readonly symbol: string; readonly subject: string };
  /** What it was made from, with the values of all papers that are in it, and the slugs of their kinds. */
  readonly values: Form['values'];
  readonly kinds: readonly string[];
  pageCount(): number;
  /** Of banners, which are a file each in all formats but docx: what tells their names apart; "" for one alone. */
  readonly parts?: readonly string[];
  /** One file's bytes for docx and pdf, one a page for svg and png. */
  write(format: OutputFormat, options: WriteOptions): Promise<readonly Uint8Array[]>;
  dump(what: DumpKind): string;
  /** What its files carry of its form, as JSON. */
  facts(): string;
}

/** Of the page pictures: sharp on a screen, small enough to send. */
const PIXELS_PER_INCH = 150;

/** `fontFiles`: what the host's rasteriser draws with. The writers are loaded when a format asks for them. */
export function readyPaper(
  paper: Paper,
  fonts: FontSet,
  host: Pick<Host, 'deflate' | 'rasterise'>,
  fontFiles: readonly string[],
): ReadyPaper {
  const svgs = async (): Promise<readonly string[]> => {
    const { writeSvg } = await import('../svg/write-svg.js');
    return paper.pages().pages.map((_, index) => writeSvg(paper.pages(), index, fonts));
  };
  const write = async (
    format: OutputFormat,
    { now, bare = false }: WriteOptions,
  ): Promise<readonly Uint8Array[]> => {
    const carried = bare ? {} : { facts: paper.facts() };
    const options = { deflate: host.deflate, ...(now === undefined ? {} : { now }), ...carried };
    if (paper.print && format !== 'docx') return writeBanners(paper.print(), format, fonts, host, options);
    switch (format) {
      case 'docx': {
        const { writeDocx } = await import('../docx/write-docx.js');
        return [writeDocx(paper.resolved, options)];
      }
      case 'pdf': {
        const { writePdf } = await import('../pdf/write-pdf.js');
        return [writePdf(paper.pages(), fonts, options)];
      }
      case 'svg':
        return (await svgs()).map((svg) => new TextEncoder().encode(svg));
      case 'png':
        return Promise.all((await svgs()).map((svg) => host.rasterise(svg, PIXELS_PER_INCH, fontFiles)));
    }
  };
  return {
    ...(paper.label !== undefined && { label: paper.label }),
    name: nameOfPaper(paper),
    values: paper.form.values,
    kinds: paper.kinds,
    pageCount: () => paper.pages().pages.length,
    ...(paper.print && { parts: bannerParts(paper.print()) }),
    write,
    facts: paper.facts,
    dump: (what) =>
      what === 'tree' ? documentText(paper.document) : frameText((paper.print ?? paper.pages)()),
  };
}

/** Number, symbol and subject as the form has them; a kind without such a field has an empty one. */
export function nameOfPaper({ form: { values } }: Pick<Paper, 'form'>): ReadyPaper['name'] {
  const reference = values['so_ky_hieu'];
  const part = (key: string): string => {
    if (typeof reference !== 'object' || Array.isArray(reference)) return '';
    const value = (reference as { readonly [key: string]: unknown })[key];
    return typeof value === 'string' ? value : '';
  };
  const subject = values['trich_yeu'];
  return { number: part('so'), symbol: part('ky_hieu'), subject: typeof subject === 'string' ? subject : '' };
}
