import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip, UnzipError } from '../../src/archive/unzip.js';
import { zip } from '../../src/archive/zip.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (found: Uint8Array | undefined): string | undefined => found && new TextDecoder().decode(found);
const faultOf = (action: () => unknown): string | undefined => {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof UnzipError ? error.fault : String(error);
  }
};
/** Bytes that deflate cannot make small. */
const noise = (length: number): Uint8Array => {
  let state = 12345;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 24;
  });
};

describe('an archive', () => {
  const long = noise(200_000);
  const files = { 'a.txt': bytes('Công đoàn'), 'xl/empty.xml': new Uint8Array(), 'xl/long.bin': long };
  const ours = zip(Object.entries(files).map(([name, content]) => ({ name, bytes: content })));

  it.each([
    ['deflated by us', ours],
    ['deflated by another program', zipSync(files)],
    ['stored', zipSync(files, { level: 0 })],
  ])('gives its files: %s', (_, archive) => {
    const { names, read } = openZip(archive);
    expect(names).toEqual(['a.txt', 'xl/empty.xml', 'xl/long.bin']);
    expect(text(read('a.txt'))).toBe('Công đoàn');
    expect(read('xl/empty.xml')).toHaveLength(0);
    expect(Buffer.compare(read('xl/long.bin')!, long)).toBe(0);
    expect(read('b.txt')).toBeUndefined();
  });

  it('gives a long file in pieces', () => {
    const pieces = [...openZip(ours).chunks('xl/long.bin')];
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.reduce((sum, piece) => sum + piece.length, 0)).toBe(200_000);
  });

  it('is read wherever it stands in its buffer, with a comment behind it', () => {
    const comment = bytes('bình luận');
    const wider = new Uint8Array(ours.length + comment.length + 7);
    wider.set(ours, 7);
    wider.set(comment, 7 + ours.length);
    const archive = wider.subarray(7);
    new DataView(archive.buffer, 7).setUint16(ours.length - 2, comment.length, true);
    expect(text(openZip(archive).read('a.txt'))).toBe('Công đoàn');
  });
});

describe('a bad archive', () => {
  const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', bytes: new Uint8Array(8_000_000) }]);
  const directoryOf = (archive: Uint8Array): number =>
    new DataView(archive.buffer, archive.byteOffset).getUint32(archive.length - 6, true);

  it('stops at the limit, in both ways of reading', () => {
    expect(bomb.length).toBeLessThan(20_000);
    expect(faultOf(() => openZip(bomb).read('xl/worksheets/sheet1.xml', 1_000_000))).toBe('too-large');
    expect(faultOf(() => [...openZip(bomb).chunks('xl/worksheets/sheet1.xml', 1_000_000)])).toBe('too-large');
  });

  it('is told from a file that is merely long by how well it packs', () => {
    const name = 'xl/worksheets/sheet1.xml';
    const swollen = openZip(zip([{ name, bytes: new Uint8Array((1 << 24) + 1) }]));
    expect(faultOf(() => [...swollen.chunks(name)])).toBe('too-large');
    const rows = new TextEncoder().encode(
      Array.from(
        { length: 300_000 },
        (_, at) => `<row r="${at}"><c r="A${at}" t="s"><v>0</v></c></row>`,
      ).join(''),
    );
    expect(rows.length).toBeGreaterThan(1 << 23);
    expect(faultOf(() => [...openZip(zip([{ name, bytes: rows }])).chunks(name)])).toBeUndefined();
  });

  it('stops when more comes than the directory says', () => {
    const lying = bomb.slice();
    new DataView(lying.buffer).setUint32(directoryOf(lying) + 24, 1000, true);
    let most = 0;
    const fault = faultOf(() => {
      for (const chunk of openZip(lying).chunks('xl/worksheets/sheet1.xml')) most += chunk.length;
    });
    expect([fault, most]).toEqual(['damaged', 0]);
    expect(faultOf(() => openZip(lying).read('xl/worksheets/sheet1.xml'))).toBe('damaged');
  });

  it('says that it is encrypted, or packed in a way that we cannot undo', () => {
    const change = (at: number, value: number): Uint8Array => {
      const changed = zip([{ name: 'a', bytes: bytes('abc') }]);
      new DataView(changed.buffer).setUint16(directoryOf(changed) + at, value, true);
      return changed;
    };
    expect(faultOf(() => openZip(change(8, 1)).read('a'))).toBe('encrypted');
    expect(faultOf(() => openZip(change(10, 14)).read('a'))).toBe('unknown-method');
  });

  it('is refused when it is none, or cut, or its bytes are changed, and never hangs', () => {
    const sound = zip([{ name: 'a.txt', bytes: noise(3000) }]);
    expect(faultOf(() => openZip(bytes('Công đoàn')))).toBe('not-a-zip');
    expect(faultOf(() => openZip(new Uint8Array()))).toBe('not-a-zip');
    expect(faultOf(() => openZip(sound.slice(0, -40)))).toBe('not-a-zip');
    for (let at = 0; at < sound.length; at += 7) {
      const broken = sound.slice();
      broken[at] = broken[at]! ^ 0xff;
      const fault = faultOf(() => openZip(broken).names.map((name) => openZip(broken).read(name)));
      expect([undefined, 'damaged', 'not-a-zip', 'too-large', 'encrypted', 'unknown-method']).toContain(
        fault,
      );
    }
  });
});
