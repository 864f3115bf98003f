import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../src/docx/write-docx.js';
import type { ResolvedDocument } from '../../src/resolve/resolved-document.js';
import { CASES } from './cases.js';
import { p, resolved, STYLES, section } from './fixture.js';
import { paper } from './paper.js';
import { canonical, partsOf, textOf } from './parts.js';

const GOLDEN = fileURLToPath(new URL('./golden/', import.meta.url));

/** Compares with the golden of that name; `GOLDEN=update` writes it, and a missing one is a failure. */
function expectGolden(name: string, text: string): void {
  const file = `${GOLDEN}${name}.txt`;
  if (process.env['GOLDEN'] === 'update') {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `no golden ${name}: run with GOLDEN=update`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const partOf = (document: ResolvedDocument, name: string): string => {
  const part = partsOf(writeDocx(document)).get(name);
  if (part === undefined) throw new Error(`no part ${name}`);
  return part;
};

describe('document.xml', () => {
  it.each(Object.entries(CASES))('%s', (name, document) => {
    expectGolden(name, canonical(partOf(document, 'word/document.xml')));
  });
});

describe('the other parts', () => {
  const whole = CASES['stamp-and-page-foot'];

  it.each(
    ['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/settings.xml', 'docProps/core.xml'].concat([
      'docProps/app.xml',
      'word/header1.xml',
      'word/header2.xml',
      'word/footer1.xml',
      'word/footer2.xml',
    ]),
  )('%s', (name) => {
    expectGolden(name.replace(/\W+/g, '-').replace(/^-/, ''), canonical(partOf(whole, name)));
  });

  it('styles.xml of four styles', () => {
    const names = ['Subject', 'Body', 'Heading1', 'PageNumber'];
    const styles = STYLES.filter((style) => names.includes(style.name));
    expectGolden(
      'styles',
      canonical(partOf({ ...resolved([section([p('Body', 'a')])]), styles }, 'word/styles.xml')),
    );
  });

  it('are well-formed, and every one is declared and related', () => {
    const parts = partsOf(writeDocx(paper(3, 2)));
    const types = parts.get('[Content_Types].xml')!;
    const relations = parts.get('word/_rels/document.xml.rels')!;
    for (const [name, xml] of parts) {
      expect(() => canonical(xml), name).not.toThrow();
      if (name.endsWith('.rels') || name.startsWith('[')) continue;
      expect(types).toContain(`PartName="/${name}"`);
      if (name.startsWith('word/') && name !== 'word/document.xml') {
        expect(relations).toContain(`Target="${name.slice('word/'.length)}"`);
      }
    }
  });

  it('name no relationship that is not there', () => {
    const parts = partsOf(writeDocx(paper(3, 2)));
    const ids = parts.get('word/document.xml')!.match(/(?<=r:id=")[^"]+/g)!;
    expect(ids.length).toBe(9);
    for (const id of ids) expect(parts.get('word/_rels/document.xml.rels')).toContain(`Id="${id}"`);
  });
});

describe('writeDocx', () => {
  it('gives the same bytes for the same paper, and leaves no trace of the papers before', () => {
    const first = writeDocx(paper(2, 1));
    writeDocx(paper(1, 1, 'khác'), { deflate: deflateRawSync });
    expect(writeDocx(paper(2, 1))).toEqual(first);
  });

  it("differs with the host's compressor only in the compression", () => {
    const lent = writeDocx(paper(2, 1), { deflate: (bytes) => deflateRawSync(bytes, { level: 1 }) });
    const own = writeDocx(paper(2, 1));
    expect(lent).not.toEqual(own);
    expect(partsOf(lent)).toEqual(partsOf(own));
  });

  it('takes styles that say the same for the same', () => {
    const document = paper(2, 1);
    expect(writeDocx({ ...document, styles: structuredClone(document.styles) })).toEqual(writeDocx(document));
  });

  it('does not take styles for the same that say another thing', () => {
    const larger = STYLES.map((style) =>
      style.name === 'Body' ? { ...style, run: { ...style.run, size: 13 as typeof style.run.size } } : style,
    );
    const document = CASES['paragraph-as-its-style'];
    writeDocx(document);
    const parts = partsOf(writeDocx({ ...document, styles: larger }));
    expect(parts.get('word/styles.xml')).not.toBe(partOf(document, 'word/styles.xml'));
    // The text is 14 pt as before, which is now what differs from its style.
    expect(parts.get('word/document.xml')).toContain('<w:sz w:val="28"/>');
  });

  it('prints the words of the paper, in order', () => {
    const text = textOf(partOf(CASES['inline-faces'], 'word/document.xml'));
    expect(text).toBe(
      'thường đậm nghiêng nhỏ\nsố\u00A091\u00A0\u00A0, lần\u2011thứ \nNguyễn Văn A\nKính gửi:\n',
    );
  });

  it('writes what is of one face as one run: signing programs search for the name', () => {
    expect(partOf(CASES['inline-faces'], 'word/document.xml')).toContain(
      '<w:pPr><w:pStyle w:val="SignerName"/></w:pPr><w:r><w:t xml:space="preserve">Nguyễn Văn A</w:t></w:r></w:p>',
    );
  });

  it('dates the properties by `now`, else by the paper, else not at all', () => {
    const undated = resolved([section([p('Body', 'a')])]);
    const { issuedOn: _, ...properties } = undated.properties;
    const created = (document: ResolvedDocument, now?: string) => {
      const core = partsOf(writeDocx(document, now === undefined ? {} : { now })).get('docProps/core.xml')!;
      return core.match(/(?<=<dcterms:(?:created|modified)[^>]*>)[^<]*/g);
    };
    expect(created(undated, '2025-01-02T03:04:05.678+07:00')).toEqual(Array(2).fill('2025-01-01T20:04:05Z'));
    expect(created(undated)).toEqual(Array(2).fill('2024-09-12T00:00:00Z'));
    expect(created({ ...undated, properties })).toBeNull();
  });

  it('drops what XML cannot hold, wherever it comes from', () => {
    const dirty = 'a\u0000b\u0007c\uFFFEd\uD800e\uDC00f 😀';
    const document = resolved([section([p('Body', dirty)])]);
    const parts = partsOf(writeDocx({ ...document, properties: { ...document.properties, title: dirty } }));
    for (const [name, xml] of parts) expect(() => canonical(xml), name).not.toThrow();
    expect(textOf(parts.get('word/document.xml')!)).toBe('abcdef 😀\n');
  });

  it('throws on a style that the document lacks', () => {
    expect(() => writeDocx({ ...CASES['paragraph-as-its-style'], styles: [] })).toThrow('PageNumber');
  });

  it('writes a format only where it differs from the style', () => {
    const xml = partOf(paper(3, 2), 'word/document.xml').replace(/<w:sectPr>.*?<\/w:sectPr>/g, '');
    const bodies = xml.match(/<w:pPr><w:pStyle w:val="Body"\/>.*?<\/w:pPr>/g)!;
    expect(bodies.length).toBeGreaterThan(5);
    const plain = bodies.filter((properties) => properties === '<w:pPr><w:pStyle w:val="Body"/></w:pPr>');
    // The last paragraph before the signature stays with it.
    expect(bodies.length - plain.length).toBe(1);
  });

  it('gives bookmarks and drawings ids of their own', () => {
    const xml = partOf(paper(5, 1), 'word/document.xml');
    for (const pattern of [/<w:bookmarkStart w:id="(\d+)"/g, /<wp:docPr id="(\d+)"/g]) {
      const ids = [...xml.matchAll(pattern)].map((match) => match[1]);
      expect(ids.length).toBeGreaterThan(1);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('has no table at the end of a section and no two tables in touch', () => {
    for (const document of [paper(1, 1), ...Object.values(CASES)]) {
      const xml = partOf(document, 'word/document.xml');
      expect(xml).not.toMatch(/<\/w:tbl>(<w:tbl>|<w:sectPr>|<\/w:body>|<\/w:tc>)/);
    }
  });

  it('makes tables whose widths agree in grid, table and cells', () => {
    const xml = partOf(paper(1, 2), 'word/document.xml');
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/g)!;
    expect(tables.length).toBe(4);
    const sum = (texts: readonly string[] | null) =>
      (texts ?? []).reduce((total, text) => total + Number(text), 0);
    for (const table of tables) {
      const width = Number(/<w:tblW [^>]*w:w="(\d+)"/.exec(table)![1]);
      expect(sum(table.match(/(?<=<w:gridCol w:w=")\d+/g))).toBe(width);
      for (const row of table.match(/<w:tr>.*?<\/w:tr>/g)!) {
        expect(sum(row.match(/(?<=<w:tcW w:w=")\d+/g))).toBe(width);
      }
    }
  });
});
