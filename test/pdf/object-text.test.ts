import { PDFHexString } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { addText, createByteText, finishText } from '../../src/pdf/byte-text.js';
import { arrayOf, dictOf, hexText } from '../../src/pdf/object-text.js';

describe('the text of objects', () => {
  test.each(['', 'Kế hoạch', 'a\u0000\uffff', '😀 và 𝄞', 'nửa cặp \ud83d', '\udc00'])(
    'has strings as pdf-lib writes them: %j',
    (text) => {
      expect(hexText(text)).toBe(PDFHexString.fromText(text).toString());
      expect(hexText(text)).toBe(PDFHexString.fromText(text).toString());
    },
  );

  test('has arrays and dictionaries, without what is undefined', () => {
    expect(arrayOf([])).toBe('[ ]');
    expect(arrayOf(['1', '/A'])).toBe('[ 1 /A ]');
    expect(dictOf({ A: '1', B: undefined, C: dictOf({}) })).toBe('<<\n/A 1\n/C <<\n>>\n>>');
  });
});

describe('the bytes of a text', () => {
  test.each([1, 47, 48, 500, 200_000])('of %i letters are those of Latin-1', (length) => {
    for (const letter of ['a', '\u0080', 'ÿ']) {
      const text = 'b'.repeat(length - 1) + letter;
      const out = createByteText();
      addText(out, text);
      addText(out, 'c');
      expect(Buffer.from(finishText(out)).equals(Buffer.from(`${text}c`, 'latin1'))).toBe(true);
    }
  });
});
