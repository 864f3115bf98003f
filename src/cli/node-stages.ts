import { type CompileContext, compileForm, type Paper } from '../compile.js';
import { hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import { documentText } from '../document/tree-text.js';
import { writeDocx } from '../docx/write-docx.js';
import type { FontSet } from '../font/font.js';
import { jsonSchema } from '../form/json-schema.js';
import type { Host } from '../host/host.js';
import { type FoundFonts, findFonts } from '../host-node/find-fonts.js';
import { loadKinds } from '../host-node/load-kinds.js';
import type { Kind } from '../kind/kind.js';
import { writePdf } from '../pdf/write-pdf.js';
import { nd30 } from '../profile/nd30.js';
import { writeSvg } from '../svg/write-svg.js';
import { frameText } from '../typeset/frame-text.js';
import { decodeText } from '../vietnamese/decode-text.js';
import { normalise } from '../vietnamese/normalise.js';
import type { FormSource, OutputFormat, Press, PressKind, PressPaper } from './press.js';

/** Of the page pictures: sharp on a screen, small enough to send. */
const PIXELS_PER_INCH = 150;

/** A kind with the stages' own kind behind it. */
interface LoadedKind extends PressKind {
  readonly kind: Kind;
}

/** The part of the press that needs the stages. */
export type Stages = Pick<Press, 'kinds' | 'fonts' | 'compile' | 'schema'>;

/** All stages on this host. `texts` is given the text of every file that findings may point to. */
export function createStages(host: Host, texts: Map<string, string>): Stages {
  const reading = remembering(host, texts);
  let fontFiles: FoundFonts['files'] = [];
  const compile = (
    { file, bytes }: FormSource,
    kinds: readonly PressKind[],
    fonts: FontSet,
  ): Outcome<readonly PressPaper[]> => {
    const decoded = decodeText(bytes, file);
    texts.set(file, normalise(decoded.value ?? '').text);
    if (decoded.value === undefined || hasErrors(decoded.diagnostics))
      return { diagnostics: decoded.diagnostics };
    const context: CompileContext = { kinds: kinds.map(loaded), profile: nd30, fonts };
    const { value, diagnostics } = compileForm({ file, text: decoded.value }, context);
    if (!value) return { diagnostics };
    return { value: value.map((paper) => toPressPaper(paper, fonts, host, fontFiles)), diagnostics };
  };
  return {
    compile,
    kinds: async (folder) => {
      const { value, diagnostics } = await loadKinds(folder, reading);
      return value ? { value: value.map(toPressKind), diagnostics } : { diagnostics };
    },
    fonts: async (option) => {
      const { value, diagnostics } = await findFonts(option, host);
      fontFiles = value?.files ?? [];
      return value ? { value: value.set, diagnostics } : { diagnostics };
    },
    schema: (kind) => jsonSchema(loaded(kind).definition),
  };
}

/** A host that keeps the text of what was read through it: findings about a template show its line. */
const remembering = (host: Host, texts: Map<string, string>): Pick<Host, 'readFile' | 'listFolder'> => ({
  listFolder: host.listFolder,
  readFile: async (path) => {
    const bytes = await host.readFile(path);
    if (bytes) texts.set(path, normalise(new TextDecoder().decode(bytes)).text);
    return bytes;
  },
});

const toPressKind = (kind: Kind): LoadedKind => ({
  slug: kind.definition.slug,
  name: kind.definition.name,
  sample: kind.sample,
  kind,
});

function loaded(kind: PressKind): Kind {
  if ('kind' in kind) return (kind as LoadedKind).kind;
  throw new Error(`${kind.slug} was not loaded by this press`);
}

function toPressPaper(paper: Paper, fonts: FontSet, host: Host, fontFiles: readonly string[]): PressPaper {
  const svgs = (): readonly string[] =>
    paper.pages().pages.map((_, index) => writeSvg(paper.pages(), index, fonts));
  const write = async (
    format: OutputFormat,
    { now }: { readonly now?: string },
  ): Promise<readonly Uint8Array[]> => {
    const options = { deflate: host.deflate, ...(now === undefined ? {} : { now }) };
    switch (format) {
      case 'docx':
        return [writeDocx(paper.resolved, options)];
      case 'pdf':
        return [writePdf(paper.pages(), fonts, options)];
      case 'svg':
        return svgs().map((svg) => new TextEncoder().encode(svg));
      case 'png':
        return Promise.all(svgs().map((svg) => host.rasterise(svg, PIXELS_PER_INCH, fontFiles)));
    }
  };
  return {
    name: nameOf(paper),
    pageCount: () => paper.pages().pages.length,
    write,
    dump: (what) => (what === 'tree' ? documentText(paper.document) : frameText(paper.pages())),
  };
}

/** Number, symbol and subject as the form has them; a kind without such a field has an empty one. */
function nameOf({ form: { values } }: Paper): PressPaper['name'] {
  const reference = values['so_ky_hieu'];
  const part = (key: string): string => {
    if (typeof reference !== 'object' || Array.isArray(reference)) return '';
    const value = (reference as { readonly [key: string]: unknown })[key];
    return typeof value === 'string' ? value : '';
  };
  const subject = values['trich_yeu'];
  return { number: part('so'), symbol: part('ky_hieu'), subject: typeof subject === 'string' ? subject : '' };
}
