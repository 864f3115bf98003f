import type { NamedFile } from '../../protocol.js';

interface LocalFont {
  readonly postscriptName: string;
  blob(): Promise<Blob>;
}

interface LocalFonts {
  readonly queryLocalFonts?: (options: {
    readonly postscriptNames: readonly string[];
  }) => Promise<readonly LocalFont[]>;
}

/** The four faces as Windows and macOS name them. */
const TIMES: Readonly<Record<string, string>> = {
  TimesNewRomanPSMT: 'times.ttf',
  'TimesNewRomanPS-BoldMT': 'timesbd.ttf',
  'TimesNewRomanPS-ItalicMT': 'timesi.ttf',
  'TimesNewRomanPS-BoldItalicMT': 'timesbi.ttf',
};

/**
 * The machine's own Times New Roman, where the browser may hand it out after asking; absent elsewhere. Gives no files where
 * the user said no, or the machine has none.
 */
export function localTimes(): (() => Promise<readonly NamedFile[]>) | undefined {
  const { queryLocalFonts } = globalThis as LocalFonts;
  if (queryLocalFonts === undefined) return undefined;
  return async () => {
    try {
      const found = await queryLocalFonts({ postscriptNames: Object.keys(TIMES) });
      return await Promise.all(found.map(fileOf));
    } catch {
      return [];
    }
  };
}

const fileOf = async (font: LocalFont): Promise<NamedFile> => ({
  name: TIMES[font.postscriptName] ?? font.postscriptName,
  bytes: new Uint8Array(await (await font.blob()).arrayBuffer()),
});
