import type { PlatformPath } from 'node:path';
import type { SerifFaceName } from '../font/font.js';

/** What finding Times New Roman depends on; the tests pass another system's. */
export interface FontSystem {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly path: PlatformPath;
}

/** The folders in which a system keeps Times New Roman, the likeliest first. */
export function fontFolders({ platform, env, homeFolder, path }: FontSystem): readonly string[] {
  switch (platform) {
    case 'win32': {
      const windows = env['WINDIR'] ?? env['SystemRoot'] ?? 'C:\\Windows';
      const local = env['LOCALAPPDATA'] ?? path.join(homeFolder, 'AppData', 'Local');
      return [path.join(windows, 'Fonts'), path.join(local, 'Microsoft', 'Windows', 'Fonts')];
    }
    case 'darwin':
      return [
        '/System/Library/Fonts/Supplemental',
        '/Library/Fonts',
        '/Library/Fonts/Microsoft',
        path.join(homeFolder, 'Library', 'Fonts'),
      ];
    default:
      return [
        '/usr/share/fonts/truetype/msttcorefonts',
        '/usr/share/fonts/msttcorefonts',
        '/usr/share/fonts/msttcore',
        '/usr/share/fonts/TTF',
        '/usr/local/share/fonts/msttcorefonts',
        path.join(homeFolder, '.local', 'share', 'fonts'),
        path.join(homeFolder, '.fonts'),
      ];
  }
}

/** File names without regard to case: Windows' short ones, macOS' and msttcorefonts' long ones. */
const FILE_NAMES: Readonly<Record<SerifFaceName, readonly string[]>> = {
  regular: ['times.ttf', 'times new roman.ttf', 'times_new_roman.ttf'],
  bold: ['timesbd.ttf', 'times new roman bold.ttf', 'times_new_roman_bold.ttf'],
  italic: ['timesi.ttf', 'times new roman italic.ttf', 'times_new_roman_italic.ttf'],
  boldItalic: ['timesbi.ttf', 'times new roman bold italic.ttf', 'times_new_roman_bold_italic.ttf'],
};

export type FontFiles = Readonly<Record<SerifFaceName, string>>;

/** The four files of the family among a folder's names, or which faces are missing ("times.ttf"). */
export function pickFontFiles(
  names: readonly string[],
): { readonly files: FontFiles } | { readonly missing: readonly string[] } {
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]));
  const found = (face: SerifFaceName): string | undefined => {
    const known = FILE_NAMES[face].find((candidate) => byName.has(candidate));
    return known === undefined ? undefined : byName.get(known);
  };
  const files = {
    regular: found('regular'),
    bold: found('bold'),
    italic: found('italic'),
    boldItalic: found('boldItalic'),
  };
  const { regular, bold, italic, boldItalic } = files;
  if (regular !== undefined && bold !== undefined && italic !== undefined && boldItalic !== undefined) {
    return { files: { regular, bold, italic, boldItalic } };
  }
  const faces: readonly SerifFaceName[] = ['regular', 'bold', 'italic', 'boldItalic'];
  return { missing: faces.filter((face) => files[face] === undefined).map((face) => FILE_NAMES[face][0]!) };
}
