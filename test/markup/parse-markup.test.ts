import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Inline, Paragraph } from '../../src/document/ast.js';
import { parseMarkup } from '../../src/markup/parse-markup.js';

const section = (blocks: string): string =>
  `<document kind="a" kind-name="A"><section role="main">${blocks}</section></document>`;
const blocksOf = (blocks: string): readonly Block[] => {
  const { value, diagnostics } = parseMarkup(section(blocks), { file: 'a' });
  expect(diagnostics).toEqual([]);
  return value!.sections[0]!.blocks;
};
const paragraph = (markup: string): readonly Inline[] =>
  (blocksOf(`<p>${markup}</p>`)[0] as Paragraph).content;

/** As Handlebars escapes. */
const escapeText = (text: string): string =>
  text.replace(/[&<>"'`=]/g, (char) => `&#${char.codePointAt(0)};`);

describe('origins', () => {
  test('a field and the offset in it, line by line', () => {
    expect(paragraph('<v f="a.0">một\n\nhai</v>')).toEqual([
      { type: 'text', text: 'một', origin: { type: 'field', path: 'a.0', offset: 0 } },
      { type: 'line-break' },
      { type: 'line-break' },
      { type: 'text', text: 'hai', origin: { type: 'field', path: 'a.0', offset: 5 } },
    ]);
  });

  test('the rule that the element names, or the template', () => {
    const [title] = blocksOf(
      '<title><kind-title rule="R38">KẾ HOẠCH</kind-title><subject>Về <b>việc</b></subject></title>',
    );
    expect(title).toMatchObject({
      kindTitle: [{ text: 'KẾ HOẠCH', origin: { type: 'generated', rule: 'R38' } }],
      subject: [
        { text: 'Về ', origin: { type: 'generated', rule: 'template' } },
        { text: 'việc', bold: true, origin: { type: 'generated', rule: 'template' } },
      ],
    });
  });

  test('of attributes, by those that name their fields', () => {
    const [letterhead, outline, signature] = blocksOf(
      `<letterhead><issuing-agency>A</issuing-agency><reference number-f="so" number="5"/><place-and-date place-f="noi" date-f="ngay" issued-on="2024-09-12"/></letterhead>
       <outline><v f="kem_theo.0.noi_dung">  I. A</v></outline>
       <signature f="nguoi_ky"><signer/></signature>`,
    );
    expect(letterhead).toMatchObject({
      reference: { number: '5', symbol: '', numberOrigin: { type: 'field', path: 'so', offset: 0 } },
      placeAndDate: {
        place: '',
        issuedOn: { year: 2024, month: 9, day: 12 },
        placeOrigin: { path: 'noi' },
        dateOrigin: { path: 'ngay' },
      },
    });
    expect(outline).toEqual({ type: 'raw-outline', text: '  I. A', path: 'kem_theo.0.noi_dung' });
    expect(signature).toMatchObject({ origin: { type: 'field', path: 'nguoi_ky', offset: 0 } });
  });
});

describe('whatever the input', () => {
  test('escaped text comes back, as one field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const printed = paragraph(`<v f="x">${escapeText(text)}</v>`);
        expect(printed.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '/',
      '=',
      ' ',
      '\n',
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<br/>',
      '<v f="x">',
      '</v>',
    ),
    fc.constantFrom(
      '<document kind="a" kind-name="A">',
      '</document>',
      '<section role="main">',
      '</section>',
      '<title>',
      '<outline>',
    ),
    fc.constantFrom(
      '&#x110000;',
      '&#xD800;',
      '&lt;',
      '<?at 5 a?>',
      '<?at',
      '?>',
      '<signature><signer>',
      '</signature>',
      'constructor',
    ),
    fc.string({ unit: 'binary' }),
  );

  test('markup is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const markup = pieces.join('');
        const { value, diagnostics } = parseMarkup(markup, { file: 'a' });
        expect(value === undefined).toBe(diagnostics.length > 0);
        for (const { code, place, message } of diagnostics) {
          expect(code).toMatch(/^markup\//);
          expect(message).not.toMatch(/undefined|\.$/);
          expect(place).toBeDefined();
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('depth is no danger', () => {
    for (const open of ['<b>', '<i>', '<p>', '<section role="main">', '<q>']) {
      const { diagnostics } = parseMarkup(section(`<p>${open.repeat(20_000)}`), { file: 'a' });
      expect(diagnostics.length).toBeGreaterThan(0);
    }
  });

  test('names of the prototype are no elements', () => {
    expect(parseMarkup(section('<constructor/>'), { file: 'a' }).diagnostics.map((d) => d.code)).toEqual([
      'markup/unknown-element',
    ]);
  });
});
