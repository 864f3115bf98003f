import { blankTable } from '../../batch/blank-table.js';
import type { Engine, NamedFile } from '../protocol.js';
import { collectFiles } from './collect-files.js';
import type { EngineParts } from './engine-parts.js';
import { createState, type EngineState } from './engine-state.js';
import { createKindShelf } from './kind-shelf.js';
import { look, pictureOf } from './look.js';
import { openFile } from './open-file.js';
import { createTableRun } from './table-run.js';
import { bundledFonts, chooseFonts, fontsUsed } from './use-fonts.js';
import { writePapers } from './write-papers.js';
import { zipFiles } from './zip-files.js';

/** All stages from a form's text to finished files, behind one interface: in a worker, or as a plain object. */
export function createEngine(parts: EngineParts): Engine {
  const shelf = createKindShelf(parts.kinds);
  const bundled = bundledFonts(parts);
  const state = createState(parts, shelf, bundled.set);
  const tables = createTableRun(state);
  let fonts = bundled;
  return {
    kinds: async () => shelf.infos(),
    picture: (slug) => pictureOf(state, slug),
    look: (request) => look(state, request),
    write: (request) => writePapers(state, request),
    open: (file) => openFile(shelf.kinds(), file),
    useFonts: async (files) => {
      const { value, problems } = chooseFonts(files, bundled);
      // What cannot be used leaves what is in use.
      fonts = value ?? fonts;
      state.fonts = fonts.set;
      return fontsUsed(fonts, problems);
    },
    useKind: async (slug, address, texts) => {
      await shelf.use(slug, address, texts);
      return shelf.infos();
    },
    openTable: tables.open,
    makeUnits: tables.make,
    blankTable: async (slug, format) => tableOf(state, slug, format),
    collect: collectFiles,
    zip: async (files, name) => zipFiles(files, name, parts.deflate),
  };
}

function tableOf({ shelf }: EngineState, slug: string, format: 'xlsx' | 'csv'): NamedFile {
  const kind = shelf.find(slug);
  if (kind === undefined) throw new RangeError(`Không có loại văn bản "${slug}"`);
  const bytes = blankTable({ ...kind.definition, sample: kind.sample }, { format, all: false });
  return { name: `don-vi.${format}`, bytes };
}
