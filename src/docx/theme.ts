import { element, type XmlElement } from './element.js';
import { DRAWING } from './namespaces.js';
import { FONT } from './styles.js';

/**
 * The theme: Word's "Headings" and "Body" fonts are Times New Roman too, so that what a clerk adds by Word's own styles or
 * menus does not bring another font. Colours and effects are the plainest that the format allows; no paper uses them.
 */
export function themePart(): XmlElement {
  return element('a:theme', { 'xmlns:a': DRAWING, name: 'Thể Thức' }, [
    element('a:themeElements', undefined, [colorScheme(), fontScheme(), formatScheme()]),
  ]);
}

function colorScheme(): XmlElement {
  const system = (name: string, last: string) => element('a:sysClr', { val: name, lastClr: last });
  const rgb = (value: string) => element('a:srgbClr', { val: value });
  const colors = {
    dk1: system('windowText', '000000'),
    lt1: system('window', 'FFFFFF'),
    dk2: rgb('44546A'),
    lt2: rgb('E7E6E6'),
    accent1: rgb('4472C4'),
    accent2: rgb('ED7D31'),
    accent3: rgb('A5A5A5'),
    accent4: rgb('FFC000'),
    accent5: rgb('5B9BD5'),
    accent6: rgb('70AD47'),
    hlink: rgb('0563C1'),
    folHlink: rgb('954F72'),
  };
  const entries = Object.entries(colors).map(([name, color]) => element(`a:${name}`, undefined, [color]));
  return element('a:clrScheme', { name: 'Thể Thức' }, entries);
}

function fontScheme(): XmlElement {
  const fonts = [
    element('a:latin', { typeface: FONT }),
    element('a:ea', { typeface: '' }),
    element('a:cs', { typeface: '' }),
  ];
  return element('a:fontScheme', { name: 'Thể Thức' }, [
    element('a:majorFont', undefined, fonts),
    element('a:minorFont', undefined, fonts),
  ]);
}

/** Three of each, which the format demands: subtle, moderate, intense. */
function formatScheme(): XmlElement {
  const fill = element('a:solidFill', undefined, [element('a:schemeClr', { val: 'phClr' })]);
  const line = element('a:ln', { w: 9525 }, [fill, element('a:prstDash', { val: 'solid' })]);
  const effect = element('a:effectStyle', undefined, [element('a:effectLst')]);
  return element('a:fmtScheme', { name: 'Thể Thức' }, [
    element('a:fillStyleLst', undefined, [fill, fill, fill]),
    element('a:lnStyleLst', undefined, [line, line, line]),
    element('a:effectStyleLst', undefined, [effect, effect, effect]),
    element('a:bgFillStyleLst', undefined, [fill, fill, fill]),
  ]);
}
