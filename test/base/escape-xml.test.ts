import { describe, expect, it } from 'vitest';
import { escapeXml } from '../../src/base/escape-xml.js';

describe('escapeXml', () => {
  it.each([
    ['Luật Thi đua, khen thưởng', 'Luật Thi đua, khen thưởng'],
    ['a & b < c > d "e"', 'a &amp; b &lt; c &gt; d &quot;e&quot;'],
    ['&amp;', '&amp;amp;'],
    ['tab\tdòng\nmới', 'tab\tdòng\nmới'],
    ['\u0000\u0001\u0008\u000B\u001F\uFFFE\uFFFF.', '.'],
    ['\uD83D\uDE00', '\uD83D\uDE00'],
    ['a\uD83D', 'a'],
    ['\uDE00a\uD83D\uD83D\uDE00', 'a\uD83D\uDE00'],
  ])('%j', (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });

  it('puts something in the place of each forbidden character where that is asked', () => {
    expect(escapeXml('<\u0001\u0000b\uD83D', '\uFFFD')).toBe('&lt;\uFFFD\uFFFDb\uFFFD');
  });
});
