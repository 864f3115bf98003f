import { openZip, UnzipError, type ZipArchive } from '../archive/unzip.js';
import { FACTS_ELEMENT, FACTS_NAMESPACE } from '../base/carried-facts.js';
import { localName, readXml } from '../xml/read-xml.js';
import type { CarriedFacts } from './carried-facts.js';

/** An editor that saves may number the custom parts anew. */
const ITEM = /^customXml\/item\d+\.xml$/;
/** Far more than any form; what is longer is made to fill the memory. */
const MOST = 1 << 24;
/** Word itself puts a few in; each costs a look, and hundreds may be made to stand for the same bytes. */
const MOST_ITEMS = 30;

/** The facts in a Word file: the text of our element in one of its custom XML parts. */
export function factsOfDocx(bytes: Uint8Array): CarriedFacts {
  try {
    const archive = openZip(bytes);
    for (const name of archive.names.filter((part) => ITEM.test(part)).slice(0, MOST_ITEMS)) {
      const json = textOfFacts(partText(archive, name));
      if (json !== undefined) return { type: 'found', json, wasEdited: wasEdited(archive) };
    }
    return { type: 'none' };
  } catch (cause) {
    if (!(cause instanceof UnzipError)) throw cause;
    return { type: cause.fault === 'encrypted' ? 'encrypted' : 'damaged' };
  }
}

function partText(archive: ZipArchive, name: string): string {
  const bytes = archive.read(name, MOST) ?? new Uint8Array();
  // Word writes a custom part back as it found it, other programs in UTF-16.
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** The text of the root, if it is ours; whatever prefix a program has given it. */
function textOfFacts(xml: string): string | undefined {
  let depth = 0;
  let isOurs = false;
  let text = '';
  const fault = readXml(xml, {
    open: (name, attributes) => {
      const prefix = name.includes(':') ? `xmlns:${name.slice(0, name.indexOf(':'))}` : 'xmlns';
      if (depth === 0) isOurs = localName(name) === FACTS_ELEMENT && attributes[prefix] === FACTS_NAMESPACE;
      depth += 1;
    },
    text: (piece) => {
      if (isOurs && depth === 1) text += piece;
    },
    close: () => {
      depth -= 1;
    },
  });
  return isOurs && fault === undefined ? text : undefined;
}

/** Word and LibreOffice put their own name where ours stood. */
function wasEdited(archive: ZipArchive): boolean {
  const [core, app] = ['docProps/core.xml', 'docProps/app.xml'].map((name) => partText(archive, name));
  return !/<Application>Thể Thức<\/Application>/.test(app ?? '') || !/<cp:revision>1</.test(core ?? '');
}
