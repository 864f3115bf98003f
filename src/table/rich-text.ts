import { localName } from '../xml/read-xml.js';
import { LONGEST_CELL } from './table.js';

/** Gathers the text of a string of a workbook: its runs (`t`), but not the pronunciation that stands beside them (`rPh`). */
export interface TextCollector {
  readonly open: (tag: string) => void;
  readonly text: (piece: string) => void;
  readonly close: (tag: string) => void;
  /** What was gathered since it was last taken. */
  readonly take: () => string;
}

/** Further no text is gathered: a cell's longest, every letter of it written as an escape. */
const MOST_GATHERED = 7 * (LONGEST_CELL + 1);

export function textCollector(): TextCollector {
  let [gathered, isText, phonetic] = ['', false, 0];
  return {
    open: (tag) => {
      const name = localName(tag);
      if (name === 'rPh') phonetic += 1;
      else if (name === 't') isText = phonetic === 0;
    },
    text: (piece) => {
      if (isText && gathered.length < MOST_GATHERED) gathered += piece.slice(0, MOST_GATHERED);
    },
    close: (tag) => {
      const name = localName(tag);
      if (name === 'rPh') phonetic -= 1;
      else if (name === 't') isText = false;
    },
    take: () => {
      const text = unescapeText(gathered);
      gathered = '';
      return text;
    },
  };
}

/** Characters that XML cannot hold are written "_x000D_", and an underscore that would be read so "_x005F_". */
const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
