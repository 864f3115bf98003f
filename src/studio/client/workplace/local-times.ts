import type { NamedFile } from '../../protocol.js';

interface LocalFont {
  readonly postscriptName: string;
  readonly blob: () => Promise<Blob>;
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

const { queryLocalFonts } = globalThis as LocalFonts;

/** The machine's own Times New Roman, where the browser may hand it out after asking; absent elsewhere. */
export const localTimes: (() => Promise<readonly NamedFile[]>) | undefined =
  queryLocalFonts &&
  (async () => {
    try {
      const found = await queryLocalFonts({ postscriptNames: Object.keys(TIMES) });
      return await Promise.all(
        found.map(async ({ postscriptName, blob }) => ({
          name: TIMES[postscriptName] ?? postscriptName,
          bytes: new Uint8Array(await (await blob()).arrayBuffer()),
        })),
      );
    } catch {
      return [];
    }
  });
