import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectNoFaults, type OpenPage, openPage } from './browser.js';
import { formText, showPane, textIn } from './form-fields.js';
import { startedStudio } from './started-studio.js';
import { newPaper, openStudio, pagesDone } from './studio-page.js';
import { fromWord, wordItem, wordParagraph, wordTable } from './word-clipboard.js';

const studio = startedStudio();
let open: OpenPage;
let page: Page;
beforeEach(async () => {
  open = await openPage(studio().browser, { clipboard: true });
  page = open.page;
  await openStudio(page, studio().preview.address);
  await newPaper(page, 'Kế hoạch');
});
afterEach(() => open.context.close());

const content = () => page.locator('.form-pane .outline-editor .cm-content').first();
const lines = (...all: readonly string[]): string => all.join('\n');

/** Pastes what another program has put on the clipboard: as it wrote it, which a browser's own writing would tidy. */
async function paste(types: Readonly<Record<string, string>>): Promise<void> {
  await content().click();
  await page.evaluate(`addEventListener('copy', (event) => {
    for (const [type, data] of ${JSON.stringify(Object.entries(types))}) event.clipboardData.setData(type, data);
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true, once: true })`);
  await page.keyboard.press('Control+C');
  await page.keyboard.press('Control+V');
  await content().locator('.cm-line', { hasText: /\S/ }).first().waitFor();
}

interface PrintedText {
  readonly words: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

/** The letters of "Nội dung" on the pages, run by run. */
async function printed(): Promise<readonly PrintedText[]> {
  await pagesDone(page);
  return page.evaluate(`[...document.querySelectorAll('section.pages text')].map((text) => ({
    words: text.textContent.trim(),
    isBold: text.getAttribute('font-weight') === 'bold',
    isItalic: text.getAttribute('font-style') === 'italic',
  }))`);
}

const wordsOf = (texts: readonly PrintedText[]): string =>
  texts
    .map(({ words }) => words)
    .join(' ')
    .replace(/\s+/g, ' ');

test('a list of Word with automatic numbers, bold and italic', async () => {
  await paste({
    'text/html': fromWord(
      wordItem(1, 'I.', '<b>MỤC ĐÍCH, YÊU CẦU</b>') +
        wordItem(2, '1.', 'Biểu dương các tập thể, cá nhân\n tiêu biểu:') +
        wordItem(3, 'a)', 'Tập thể <i>được tặng Cờ</i>;') +
        wordItem(3, 'b)', 'Cá nhân.') +
        wordItem(2, '2.', 'Bảo đảm <b>tiết kiệm</b>, đúng quy định:') +
        wordItem(3, '\u00b7', 'Gọn nhẹ;') +
        wordItem(4, 'o', 'Không phô trương.') +
        wordParagraph('<b><i>Lưu ý:</i></b> nộp trước ngày 10/3.'),
    ),
    'text/plain': 'I. MỤC ĐÍCH, YÊU CẦU\r\n1. Biểu dương',
  });
  const text = lines(
    'I. MỤC ĐÍCH, YÊU CẦU',
    '1. Biểu dương các tập thể, cá nhân tiêu biểu:',
    'a) Tập thể *được tặng Cờ*;',
    'b) Cá nhân.',
    '2. Bảo đảm **tiết kiệm**, đúng quy định:',
    '+ Gọn nhẹ;',
    '+ Không phô trương.',
    '***Lưu ý:*** nộp trước ngày 10/3.',
  );
  expect(await textIn(content())).toBe(text);
  await showPane(page, 'Dạng chữ');
  expect((await formText(page)).replace(/^ {2}/gm, '')).toContain(text);
  const texts = await printed();
  const said = wordsOf(texts);
  for (const line of [
    'I. MỤC ĐÍCH, YÊU CẦU',
    '1. Biểu dương các tập thể, cá nhân tiêu biểu:',
    'b) Cá nhân.',
    '+ Không phô trương.',
  ])
    expect(said).toContain(line);
  const run = (words: string) => texts.find((one) => one.words.includes(words));
  expect(run('tiết kiệm')).toMatchObject({ isBold: true, isItalic: false });
  expect(run('được tặng Cờ')).toMatchObject({ isBold: false, isItalic: true });
  expect(run('Lưu ý:')).toMatchObject({ isBold: true, isItalic: true });
  expect(run('Cá nhân.')).toMatchObject({ isBold: false, isItalic: false });
  expect(run('MỤC ĐÍCH')).toMatchObject({ isBold: true });
  expectNoFaults(open);
});

test('a table of Word between two paragraphs', async () => {
  await paste({
    'text/html': fromWord(
      wordParagraph('Lịch thực hiện:') +
        wordTable([
          ['TT', 'Nội dung', 'Đơn vị'],
          ['QUÝ I'],
          ['1', 'Họp xét <b>khen thưởng</b>', 'Ban Tổ chức'],
          ['2', 'Trao | thưởng', 'Văn phòng'],
        ]) +
        wordParagraph('Các đơn vị thực hiện.'),
    ),
    'text/plain': 'Lịch thực hiện:',
  });
  expect(await textIn(content())).toBe(
    lines(
      'Lịch thực hiện:',
      '',
      '| TT | Nội dung | Đơn vị |',
      '| QUÝ I |  |  |',
      '| 1 | Họp xét **khen thưởng** | Ban Tổ chức |',
      '| 2 | Trao \\| thưởng | Văn phòng |',
      'Các đơn vị thực hiện.',
    ),
  );
  const texts = await printed();
  const said = wordsOf(texts);
  for (const words of ['Nội dung', 'QUÝ I', 'Ban Tổ chức', 'Trao | thưởng', 'Các đơn vị thực hiện'])
    expect(said).toContain(words);
  expect(said).not.toContain('\\|');
  expect(texts.find(({ words }) => words === 'khen thưởng')).toMatchObject({ isBold: true });
  // Rules between rows and columns: it is a table on the paper too.
  expect(await page.locator('section.pages svg :is(line, rect, path)').count()).toBeGreaterThan(10);
  expectNoFaults(open);
});

test('plain text with TABs and odd bullets', async () => {
  await paste({
    'text/plain': lines(
      'I.\tMỤC ĐÍCH',
      '1.\tBiểu dương.',
      '\u00b7\tTập thể',
      'o\tCá nhân',
      '\uf0b7\tKhác',
      '\tThời gian:\t8 giờ',
      '– Địa điểm: hội trường',
    ).replaceAll('\n', '\r\n'),
  });
  expect(await textIn(content())).toBe(
    lines(
      'I. MỤC ĐÍCH',
      '1. Biểu dương.',
      '- Tập thể',
      '+ Cá nhân',
      '- Khác',
      'Thời gian: 8 giờ',
      '- Địa điểm: hội trường',
    ),
  );
  const said = wordsOf(await printed());
  for (const line of ['1. Biểu dương.', '- Tập thể', '+ Cá nhân', '- Khác', 'Thời gian: 8 giờ'])
    expect(said).toContain(line);
  expectNoFaults(open);
});

test('one step back takes all of it away, and a unit pasted within a line gets a line of its own', async () => {
  await content().click();
  await page.keyboard.insertText('Mở đầu');
  await paste({
    'text/html': fromWord(wordItem(1, '1.', 'Một;') + wordItem(1, '2.', 'Hai <b>hai</b>.')),
    'text/plain': '',
  });
  await expect.poll(() => textIn(content())).toBe(lines('Mở đầu', '1. Một;', '2. Hai **hai**.'));
  await page.keyboard.press('Control+Z');
  await expect.poll(() => textIn(content())).toBe('Mở đầu');
  await page.keyboard.press('Control+Y');
  await expect.poll(() => textIn(content())).toBe(lines('Mở đầu', '1. Một;', '2. Hai **hai**.'));
  expectNoFaults(open);
});
