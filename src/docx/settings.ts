import { element, valued, type XmlElement } from './element.js';
import { WORDPROCESSING } from './namespaces.js';
import { FONT } from './styles.js';

const WORD_SETTINGS = 'http://schemas.microsoft.com/office/word';

/** What Word 2013 and later write: with it, a file opens without "compatibility mode". */
const COMPATIBILITY_SETTINGS = {
  compatibilityMode: 15,
  overrideTableStyleFontSizeAndJustification: 1,
  enableOpenTypeFeatures: 1,
  doNotFlipMirrorIndents: 1,
  differentiateMultirowTableHeaders: 1,
  useWord2013TrackBottomHyphenation: 0,
};

/** The theme's colours by their usual names. */
const COLOR_MAPPING = {
  'w:bg1': 'light1',
  'w:t1': 'dark1',
  'w:bg2': 'light2',
  'w:t2': 'dark2',
  'w:accent1': 'accent1',
  'w:accent2': 'accent2',
  'w:accent3': 'accent3',
  'w:accent4': 'accent4',
  'w:accent5': 'accent5',
  'w:accent6': 'accent6',
  'w:hyperlink': 'hyperlink',
  'w:followedHyperlink': 'followedHyperlink',
};

/** settings.xml: no revision ids, no hyphenation, numbers as in Vietnam. */
export function settingsPart(): XmlElement {
  return element('w:settings', { 'xmlns:w': WORDPROCESSING }, [
    element('w:zoom', { 'w:percent': 100 }),
    element('w:defaultTabStop', { 'w:val': 720 }),
    valued('w:autoHyphenation', 0),
    valued('w:characterSpacingControl', 'doNotCompress'),
    element('w:compat', undefined, [
      // A line that ends with a line break of its own is not stretched in a justified paragraph.
      element('w:doNotExpandShiftReturn'),
      ...Object.entries(COMPATIBILITY_SETTINGS).map(([name, value]) =>
        element('w:compatSetting', { 'w:name': name, 'w:uri': WORD_SETTINGS, 'w:val': value }),
      ),
    ]),
    element('w:themeFontLang', { 'w:val': 'vi-VN' }),
    element('w:clrSchemeMapping', COLOR_MAPPING),
    valued('w:decimalSymbol', ','),
    valued('w:listSeparator', ';'),
  ]);
}

/** fontTable.xml: Times New Roman, described so that Word finds the nearest where it is missing. */
export function fontTablePart(): XmlElement {
  return element('w:fonts', { 'xmlns:w': WORDPROCESSING }, [
    element('w:font', { 'w:name': FONT }, [
      valued('w:panose1', '02020603050405020304'),
      valued('w:charset', '00'),
      valued('w:family', 'roman'),
      valued('w:pitch', 'variable'),
    ]),
  ]);
}
