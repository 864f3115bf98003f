import { describe, expect, test } from 'vitest';
import { parseOutline } from '../../../src/outline/parse-outline.js';
import { outlineOfClipboard } from '../../../src/studio/paste/outline-of-clipboard.js';
import { parseFixture } from './parse-fixture.js';

const pasted = (html: string, text = ''): string => outlineOfClipboard({ page: parseFixture(html), text });
const lines = (...all: readonly string[]): string => all.join('\n');
const codesOf = (text: string) =>
  parseOutline(text, 'noi_dung', () => undefined).diagnostics.map(({ code }) => code);

const item = (level: number, mark: string, words: string): string =>
  `<p class=MsoListParagraph style='margin-left:.5in;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
  `<span style='mso-fareast-font-family:"Times New Roman"'><span style='mso-list:Ignore'>${mark}` +
  `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>\n`;

describe('Word', () => {
  test('a list of three levels keeps its automatic numbers', () => {
    const text = pasted(
      item(1, 'I.', '<b>MỤC ĐÍCH, YÊU CẦU</b>') +
        item(2, '1.', 'Biểu dương các tập\n thể tiêu biểu:') +
        item(3, 'a)', 'Tập thể;') +
        item(3, 'b)', 'Cá nhân.') +
        item(2, '2.', 'Bảo đảm <b>tiết kiệm</b>.'),
    );
    expect(text).toBe(
      lines(
        'I. MỤC ĐÍCH, YÊU CẦU',
        '1. Biểu dương các tập thể tiêu biểu:',
        'a) Tập thể;',
        'b) Cá nhân.',
        '2. Bảo đảm **tiết kiệm**.',
      ),
    );
    expect(codesOf(text)).toEqual([]);
  });

  test('odd bullets are dashes, below them pluses; dashes and pluses stay', () => {
    const text = pasted(
      item(1, '·', 'Một;') +
        item(2, 'o', 'Hai;') +
        item(3, '§', 'Ba;') +
        item(1, '\uf0b7', 'Bốn;') +
        item(2, '-', 'Năm;') +
        item(1, '+', 'Sáu.'),
    );
    expect(text).toBe(lines('- Một;', '+ Hai;', '+ Ba;', '- Bốn;', '- Năm;', '+ Sáu.'));
    expect(codesOf(text)).toEqual([]);
  });

  test('bullets that were typed', () => {
    expect(
      pasted('<p><b>–&nbsp; Chào cờ</b></p><p>•&nbsp;<i>Khai mạc</i></p><p>* <b>Lưu ý:</b> gấp</p>'),
    ).toBe(lines('- **Chào cờ**', '- *Khai mạc*', '* **Lưu ý:** gấp'));
  });

  test('bold and italic letters, with the stars close to their words', () => {
    expect(
      pasted(
        "<p>Trước <b>ngày </b><span style='font-weight:bold'>30/12</span>, từ<b> hạn <i>cuối</i> cùng</b> và " +
          '<b><i>rất gấp</i></b><i>.</i></p>',
      ),
    ).toBe('Trước **ngày 30/12**, từ **hạn *cuối* cùng** và ***rất gấp**.*');
  });

  test('stars of the text stay stars', () => {
    const text = pasted('<p>Kích thước 2 * 3 m, <b>chú thích*</b> và **hai**.</p>');
    expect(text).toBe('Kích thước 2 \\* 3 m, **chú thích\\*** và \\*\\*hai\\*\\*.');
    expect(codesOf(text)).toEqual([]);
  });

  test('a title has no stars, and no other line loses them', () => {
    const text = pasted(
      '<p><b>Phần I</b></p><p><b>ĐẶC ĐIỂM</b></p><p><b>1. Đối tượng</b></p><p><b>Đoàn viên.</b></p><p><b>2. Hạn nộp.</b></p>',
    );
    expect(text).toBe(lines('Phần I', 'ĐẶC ĐIỂM', '1. Đối tượng', '**Đoàn viên.**', '2. **Hạn nộp.**'));
  });

  test('comments, deleted and hidden text, soft hyphens', () => {
    expect(
      pasted(
        '<p>Tổ&shy;ng&nbsp;&nbsp;kết <del>cũ </del><ins>mới</ins>' +
          "<a style='mso-comment-reference:A_1;mso-comment-date:20250101'><b> phong trào</b></a>" +
          "<span class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;</span><a class=msocomanchor>[A1]</a></span>" +
          "<span style='display:none'>ẩn</span>.<o:p>&nbsp;</o:p></p>" +
          "<div style='mso-element:comment-list'><p class=MsoCommentText>Xem lại</p></div>",
      ),
    ).toBe('Tổng kết mới **phong trào**.');
  });
});

describe('tables', () => {
  test('merged cells, several lines in a cell, bars', () => {
    const text = pasted(
      '<p>Lịch:</p><table><thead><tr><td><p><b>TT</b></p></td><td><b>Nội dung</b></td><td><b>Đơn vị</b></td></tr></thead>' +
        '<tr><td colspan=3><p>QUÝ I</p></td></tr>' +
        '<tr><td>1</td><td><p>Họp |</p><p>xét <b>khen</b></p></td><td rowspan=2>Tỉnh</td></tr>' +
        '<tr><td>2</td><td>Trao<br>thưởng</td></tr></table><p>Hết.</p>',
    );
    expect(text).toBe(
      lines(
        'Lịch:',
        '',
        '| TT | Nội dung | Đơn vị |',
        '| QUÝ I |  |  |',
        '| 1 | Họp \\| xét **khen** | Tỉnh |',
        '| 2 | Trao thưởng |  |',
        'Hết.',
      ),
    );
    expect(codesOf(text)).toEqual([]);
  });

  test('one behind the other stay two; a frame of one cell is none', () => {
    const table = (words: string) =>
      `<table><tr><td>A</td><td>B</td></tr><tr><td>${words}</td><td>x</td></tr></table>`;
    const text = pasted(`${table('1')}${table('2')}<table><tr><td><p>Một</p><p>Hai</p></td></tr></table>`);
    const { value = [] } = parseOutline(text, '', () => undefined);
    expect(value.map(({ type }) => type)).toEqual(['table', 'table', 'paragraph', 'paragraph']);
  });
});

describe('other programs', () => {
  test('Google Docs', () => {
    const li = (level: number, style: string, words: string) =>
      `<li dir="ltr" style="list-style-type:${style};font-weight:400" aria-level="${level}">` +
      `<p dir="ltr" role="presentation"><span style="font-weight:400;font-style:normal">${words}</span></p></li>`;
    expect(
      pasted(
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">' +
          `<ol>${li(1, 'decimal', 'Một:')}<ol>${li(2, 'lower-alpha', 'Hai')}${li(2, 'lower-alpha', 'Ba')}</ol>` +
          `${li(1, 'decimal', 'Bốn')}</ol><ul>${li(1, 'disc', 'Năm')}<ul>${li(2, 'circle', 'Sáu')}</ul></ul>` +
          '<p><span style="font-weight:700">Đậm</span> thường</p></b>',
      ),
    ).toBe(lines('1. Một:', 'a) Hai', 'b) Ba', '2. Bốn', '- Năm', '+ Sáu', '**Đậm** thường'));
  });

  test('LibreOffice and web pages: start, type, lists in items', () => {
    expect(
      pasted(
        '<h2>Nội dung</h2><ol start="3"><li><p>Một</p><ol><li>Con</li></ol></li><li>Hai<ul><li>Gạch</li></ul></li></ol>' +
          '<ol type="I"><li>MỤC</li></ol>',
      ),
    ).toBe(lines('Nội dung', '3. Một', '3.1. Con', '4. Hai', '- Gạch', 'I. MỤC'));
  });

  test('a page without anything marked is its plain text, stars and all', () => {
    expect(pasted('<div><span style="color:red">**a**</span></div>', '**a**')).toBe('**a**');
  });
});

test('a hostile page gives text only', () => {
  const text = pasted(
    '<style>p{color:red}</style><script>alert(1)</script><p onclick="alert(2)"><b>An <a href="javascript:alert(3)">toàn</a></b>' +
      '<img src="x" onerror="alert(4)"><svg><script>alert(5)</script></svg><iframe src="http://example.com"></iframe></p>' +
      '<xml><w>alert(6)</w></xml><p>&lt;script&gt;</p>',
  );
  expect(text).toBe(lines('**An toàn**', '<script>'));
});
