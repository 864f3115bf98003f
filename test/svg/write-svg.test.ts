import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { writeSvg } from '../../src/svg/write-svg.js';
import type { PageItem, TextItem } from '../../src/typeset/frame.js';
import { compileForms, fillableForm } from '../collect/fillable-form.js';
import { bundledFonts, givenFonts } from '../font/fonts-for-tests.js';
import { samplePages, textItem } from '../pdf/sample-pages.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

const parse = (svg: string): readonly Element[] => {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes: attributes as Record<string, string>, text: '' });
  });
  parser.on('text', (text) => {
    const element = elements.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.write(svg).close();
  return elements;
};

const sample = samplePages(bundledFonts);
const elements = parse(writeSvg(sample, 0, bundledFonts));
const texts = elements.filter(({ name }) => name === 'text');
const isText = (item: PageItem): item is TextItem => item.type === 'text';
const items = sample.pages[0]!.items.filter(isText);

const withItem = (item: PageItem) =>
  writeSvg({ ...sample, pages: [{ ...sample.pages[0]!, items: [item] }] }, 0, bundledFonts);

describe('a page as SVG', () => {
  it('is as large as the sheet, in points', () => {
    expect(elements[0]).toMatchObject({
      name: 'svg',
      attributes: { width: '595.3pt', height: '841.9pt', viewBox: '0 0 595.3 841.9', 'xml:lang': 'vi-VN' },
    });
    const landscape = parse(writeSvg(sample, 2, bundledFonts))[0]!;
    expect(landscape.attributes['viewBox']).toBe('0 0 841.9 595.3');
  });

  it('has every text as text', () => {
    expect(texts.map(({ text }) => text.trimEnd())).toEqual(items.map(({ text }) => text));
  });

  it('places every glyph, and the last one ends where the text does', () => {
    texts.forEach(({ attributes }, i) => {
      const item = items[i]!;
      const face = bundledFonts.faces[item.face];
      const places = attributes['x']!.split(' ').map(Number);
      const letters = [...item.text];
      expect(places).toHaveLength(letters.length);
      expect(places[0]).toBeCloseTo(item.x, 3);
      const last = (face.advance(letters.at(-1)!.codePointAt(0)!)! * item.size) / face.metrics.unitsPerEm;
      expect(Math.abs(places.at(-1)! + last - item.x - item.width), item.text).toBeLessThan(0.02);
      expect(Number(attributes['y'])).toBeCloseTo(item.y, 3);
    });
  });

  it('stretches the spaces of a justified line, and those only', () => {
    const plain = textItem(bundledFonts, 0, 10, 'a b\u00a0c');
    const stretched = textItem(bundledFonts, 0, 10, 'a b\u00a0c', { wordSpace: 10 });
    const places = (item: PageItem) =>
      parse(withItem(item))
        .find(({ name }) => name === 'text')!
        .attributes['x']!.split(' ')
        .map(Number);
    const moved = places(stretched).map((x, i) => Math.round(x - places(plain)[i]!));
    expect(moved).toEqual([0, 0, 10, 10, 10]);
  });

  it('says what each text looks like and where it comes from', () => {
    const mark = texts.find(({ text }) => text.startsWith('KHẨN'))!;
    expect(mark.attributes).toMatchObject({
      class: 'Mark',
      'font-size': '13',
      'font-weight': 'bold',
      fill: '#ED1C24',
      'data-f': 'noi_dung',
      'data-o': '0',
    });
    const generated: PageItem = {
      ...(textItem(bundledFonts, 0, 10, 'x') as TextItem),
      origin: { type: 'generated', rule: 'R32' },
    };
    expect(withItem(generated)).toContain(' data-r="R32" ');
  });

  it('draws rules and boxes as strokes', () => {
    expect(elements.filter(({ name }) => name === 'line').map(({ attributes }) => attributes)).toEqual([
      { x1: '125', y1: '102', x2: '205', y2: '102', stroke: '#000000', 'stroke-width': '0.75' },
      { x1: '325', y1: '102', x2: '505', y2: '102', stroke: '#000000', 'stroke-width': '0.75' },
    ]);
    const box = elements.filter(
      ({ name, attributes }) => name === 'rect' && attributes['stroke'] !== undefined,
    );
    expect(box.map(({ attributes }) => attributes)).toEqual([
      { x: '100', y: '140', width: '60', height: '24', fill: 'none', stroke: '#ED1C24', 'stroke-width': '1' },
    ]);
  });

  it('uses no style that a content security policy would block', () => {
    expect(writeSvg(sample, 0, bundledFonts)).not.toMatch(/ style="|<style/);
  });

  it('names the family first that the text was measured with', () => {
    expect(elements[0]!.attributes['font-family']).toMatch(/^Tinos, 'Times New Roman',/);
    const given = parse(writeSvg(sample, 0, givenFonts))[0]!;
    expect(given.attributes['font-family']).toMatch(/^'Times New Roman', Tinos,/);
  });

  it('stays well-formed whatever the text is', () => {
    const nasty = '<b>&amp;"\u0001\u0000]]>\ufffe';
    const svg = withItem(textItem(bundledFonts, 0, 10, nasty));
    expect(
      parse(svg)
        .find(({ name }) => name === 'text')!
        .text.trimEnd(),
    ).toBe('<b>&amp;"\ufffd\ufffd]]>\ufffd');
  });

  it('is the same on every run, and refuses a page that is not there', () => {
    expect(writeSvg(samplePages(bundledFonts), 0, bundledFonts)).toBe(writeSvg(sample, 0, bundledFonts));
    expect(() => writeSvg(sample, 3, bundledFonts)).toThrow(RangeError);
  });
});

it('a fillable form shows the values that it is sent out with, on white', async () => {
  const pages = (await compileForms(fillableForm('fillable'))).pages();
  const drawn = parse(writeSvg(pages, 0, bundledFonts));
  const at = drawn.findIndex(({ name, text }) => name === 'text' && text.startsWith('01/3/2025'));
  expect(drawn[at - 1]).toMatchObject({ name: 'rect', attributes: { fill: '#ffffff' } });
  const [field] = pages.pages[0]!.fields!.filter(({ blank }) => blank.key === 'tu');
  expect(Number(drawn[at - 2]!.attributes['x'])).toBeCloseTo(field!.x, 2);
  const empty = parse(
    writeSvg(
      (await compileForms(fillableForm('hand').replace(/ +Giá trị.*\n/, ''))).pages(),
      0,
      bundledFonts,
    ),
  );
  expect(empty.filter(({ name }) => name === 'svg')).toHaveLength(1);
});
