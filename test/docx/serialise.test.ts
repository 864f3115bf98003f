import { describe, expect, it } from 'vitest';
import { element, fromDocx, valued } from '../../src/docx/element.js';
import { toXml, xmlPart } from '../../src/docx/serialise.js';

describe('toXml', () => {
  it('writes attributes, children and text', () => {
    expect(toXml(element('a', { x: 1, y: 'z' }, [element('b'), 'chữ', valued('c', true)]))).toBe(
      '<a x="1" y="z"><b/>chữ<c w:val="true"/></a>',
    );
  });

  it('leaves out attributes that are undefined', () => {
    expect(toXml(element('a', { x: undefined, y: 0 }))).toBe('<a y="0"/>');
  });

  it('escapes text and attributes, and nothing that is XML already', () => {
    expect(toXml(element('a', { x: '<"&' }, ['<b/>', { _xml: '<b/>' }]))).toBe(
      '<a x="&lt;&quot;&amp;">&lt;b/&gt;<b/></a>',
    );
  });

  it('takes what docx prepares, in all its shapes', () => {
    const prepared = {
      'w:p': [{ 'w:x': {} }, { 'w:y': { _attr: { n: 1 } } }, { 'w:z': [{ _attr: { n: 2 } }, 'a'] }],
    };
    const node = fromDocx({ prepForXml: () => prepared })!;
    expect(toXml(node)).toBe('<w:p><w:x/><w:y n="1"/><w:z n="2">a</w:z></w:p>');
  });
});

describe('xmlPart', () => {
  it('begins with the declaration', () => {
    expect(xmlPart(element('a'))).toBe('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a/>');
  });
});
