import { describe, expect, it } from 'vitest';
import { localName, readXml, type XmlFault, xmlReader } from '../../src/xml/read-xml.js';

const events = (
  chunks: readonly string[],
): { readonly seen: string[]; readonly fault: XmlFault | undefined } => {
  const seen: string[] = [];
  const reader = xmlReader({
    open: (name, attributes) => seen.push(`<${name} ${JSON.stringify(attributes)}>`),
    text: (text) => seen.push(text),
    close: (name) => seen.push(`</${name}>`),
  });
  let fault: XmlFault | undefined;
  for (const chunk of chunks) fault = reader.push(chunk);
  return { seen, fault: fault ?? reader.end() };
};

describe('xml', () => {
  const text =
    '<?xml version="1.0"?><w:p a="1&amp;2"><w:t>Công &lt;đoàn&#x111;</w:t><![CDATA[<x>]]><br/></w:p>';

  it('gives tags, attributes and text with references resolved', () => {
    expect(events([text])).toEqual({
      seen: ['<w:p {"a":"1&2"}>', '<w:t {}>', 'Công <đoànđ', '</w:t>', '<x>', '<br {}>', '</br>', '</w:p>'],
      fault: undefined,
    });
  });

  it('reads the same wherever the chunks are cut', () => {
    const whole = events([text]).seen.join('');
    for (let cut = 1; cut < text.length; cut++)
      expect(events([text.slice(0, cut), text.slice(cut)]).seen.join(''), `cut at ${cut}`).toBe(whole);
  });

  it('refuses a document type, with all that it could define', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>';
    const { seen, fault } = events([bomb]);
    expect(fault?.type).toBe('doctype');
    expect(seen).toEqual([]);
  });

  it.each(['<a><b></a>', '<a>', '<a>&unknown;</a>', 'text', ''])('finds fault with %s', (broken) => {
    expect(readXml(broken, {})?.type).toBe('malformed');
  });

  it('finds fault with what goes on without a tag, but not with what is merely long', () => {
    const piece = 'x'.repeat(1 << 22);
    const endless = xmlReader({});
    endless.push('<a>');
    const faults = Array.from({ length: 12 }, () => endless.push(piece)?.type);
    expect(faults.at(0)).toBeUndefined();
    expect(faults.at(-1)).toBe('malformed');
    const long = xmlReader({});
    long.push('<a>');
    for (let at = 0; at < 12; at++) expect(long.push(`<b>${piece}</b>`)).toBeUndefined();
  });

  it('says where, and calls nothing behind it', () => {
    const { seen, fault } = events(['<a><b/>', '<c></d><e/></a>']);
    expect(seen).not.toContain('<e {}>');
    expect(fault?.at).toBeGreaterThanOrEqual(13);
    expect(fault?.at).toBeLessThan(18);
  });

  it('tells a name without its prefix', () => {
    expect([localName('w:p'), localName('p')]).toEqual(['p', 'p']);
  });
});
