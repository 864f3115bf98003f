import { describe, expect, it } from 'vitest';
import { frameText } from '../../src/typeset/frame-text.js';
import { layoutDocument } from '../../src/typeset/layout-document.js';
import { document, paragraph, rule, run } from './build.js';
import { fonts, line, tiny } from './tiny.js';

describe('frameText', () => {
  it('prints one item a line', () => {
    const marked = {
      ...line('I. Mục đích', { keepNext: true }),
      bookmark: { level: 0, text: 'I. Mục đích' },
    };
    const paged = layoutDocument(
      document(
        tiny([marked, rule(6, { pitch: 60, before: 40 }), paragraph([run('đậm', 8, { bold: true })])], {
          label: 'Phụ lục',
        }),
      ),
      fonts,
    );
    expect(frameText(paged)).toBe(`page 1 200.00 120.00 section 0 number 1 "Phụ lục"
  text 10.00 28.25 width 37.11 regular 8 Body "I. Mục đích"
  rule 10.00 32.38 to 190.00 32.38 thick 0.75
  text 10.00 51.70 width 15.12 bold 8 Body "đậm"
bookmark 0 page 1 10.00 "I. Mục đích"
`);
  });
});
