import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeDocx } from '../../src/docx/write-docx.js';
import { compileText, loadContext, readSample } from '../end-to-end/papers.js';
import { isSkipped, missing } from './calibration/libreoffice.js';
import {
  type MeasuredLine,
  type MeasuredRule,
  measureLines,
  measureRules,
} from './edit-in-libreoffice-measure.js';

/** A clerk edits the DOCX, and meets no surprise: it is still laid out as the decree says. */

const SAMPLE = 'samples/phat-dong-thi-dua.yaml';
const ITEM = '- Thi đua giữ gìn nơi làm việc an toàn';
const NEW_ITEM =
  '- Thi đua cải tiến lề lối làm việc, giảm giấy tờ, họp đúng giờ; mỗi công đoàn cơ sở chọn ít nhất một việc để làm gọn hơn, nhanh hơn trong đợt.';
const EDITS = [
  { at: ITEM, enter: NEW_ITEM },
  { at: 'CÔNG ĐOÀN PHƯỜNG TÂN AN', append: ' VÀ KHU CÔNG NGHIỆP TÂN AN' },
  { at: '- Lưu: VT', before: '- Ban Quản lý khu công nghiệp (phối hợp);' },
];

const FONTS = process.env['LIBERATION_FONTS'] ?? '/usr/share/fonts/truetype/liberation2';
const SCRIPT = fileURLToPath(new URL('edit-in-libreoffice.py', import.meta.url));
/** The system's Python: LibreOffice's module uno is only there. */
const PYTHON = '/usr/bin/python3';
const hasUno = spawnSync(PYTHON, ['-c', 'import uno']).status === 0;
const CALL_LIMIT_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'thethuc-edited-'));
/** Where the edited paper is to be kept for other judges, or a place that is cleared away. */
const docx = process.env['EDITED_DOCX'] ?? join(folder, 'edited.docx');
let lines: readonly MeasuredLine[];
let rules: readonly MeasuredRule[];

/** One retry, which is told. */
function twice(call: () => void): void {
  try {
    call();
  } catch (error) {
    process.stderr.write(`LibreOffice failed once and is asked again: ${String(error)}\n`);
    call();
  }
}

function toPdf(): string {
  const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${FONTS}</dir><cachedir>${folder}/cache</cachedir><alias binding="same"><family>Times New Roman</family><accept><family>Liberation Serif</family></accept></alias></fontconfig>`;
  writeFileSync(join(folder, 'fonts.conf'), config);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const argv = [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'pdf'), docx];
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  mkdirSync(join(folder, 'pdf'));
  twice(() => execFileSync('soffice', argv, { env, timeout: CALL_LIMIT_MS, stdio: 'pipe' }));
  return join(folder, 'pdf', 'edited.pdf');
}

const only = (start: string): MeasuredLine => {
  const found = lines.filter(({ text }) => text.startsWith(start));
  expect(found, start).toHaveLength(1);
  return found[0]!;
};
const middle = ({ left, right }: { readonly left: number; readonly right: number }) => (left + right) / 2;
const width = ({ left, right }: { readonly left: number; readonly right: number }) => right - left;

/** In points; the margins of the sample are 20, 20, 30 and 15 mm on A4. */
const mm = (value: number) => (value * 72) / 25.4;
const TEXT = { left: mm(30), right: mm(210 - 15), top: mm(20), bottom: mm(297 - 20) };
/** Glyphs reach over their place by a hair. */
const HAIR = 0.5;

describe.skipIf(isSkipped || (!hasUno && process.env['CI'] !== 'true'))(
  'a DOCX edited in LibreOffice',
  () => {
    vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

    beforeAll(async () => {
      expect(missing).toEqual([]);
      expect(hasUno, 'python3-uno is not installed').toBe(true);
      const { paper } = compileText(SAMPLE, readSample(SAMPLE), await loadContext());
      writeFileSync(join(folder, 'our.docx'), writeDocx(paper.resolved));
      writeFileSync(join(folder, 'edits.json'), JSON.stringify(EDITS));
      const argv = [SCRIPT, join(folder, 'our.docx'), docx, join(folder, 'edits.json'), FONTS];
      twice(() => execFileSync(PYTHON, argv, { timeout: 2 * CALL_LIMIT_MS, stdio: 'pipe' }));
      const pdf = toPdf();
      lines = measureLines(pdf);
      rules = measureRules(pdf);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('still has the issuer centred over a line of a third to a half of its name', () => {
      const number = only('Số: ');
      const name = lines.filter(
        ({ page, bold, right, baseline }) => page === 1 && bold && right < 300 && baseline < number.baseline,
      );
      expect(name.map(({ text }) => text).join(' ')).toBe(
        'CÔNG ĐOÀN PHƯỜNG TÂN AN VÀ KHU CÔNG NGHIỆP TÂN AN',
      );
      const longest = name.toSorted((a, b) => width(b) - width(a))[0]!;
      for (const line of name) expect(Math.abs(middle(line) - middle(longest))).toBeLessThan(1);
      const drawn = rules.filter(({ page, right, y }) => page === 1 && right < 300 && y < number.baseline);
      expect(drawn).toHaveLength(1);
      const rule = drawn[0]!;
      expect(rule.y).toBeGreaterThan(name.at(-1)!.baseline);
      expect(Math.abs(middle(rule) - middle(longest))).toBeLessThan(1);
      expect(width(rule) / width(longest)).toBeGreaterThanOrEqual(1 / 3);
      expect(width(rule) / width(longest)).toBeLessThanOrEqual(1 / 2);
    });

    test('still has Quốc hiệu on one line, and number and date level with each other', () => {
      expect(only('CỘNG HÒA').text).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      expect(Math.abs(only('Số: ').baseline - only('Tân An, ngày').baseline)).toBeLessThan(1);
    });

    test('has the new item set as its neighbours are', () => {
      const [item, added] = [only(ITEM), only(NEW_ITEM.slice(0, 40))];
      expect(Math.abs(added.left - item.left)).toBeLessThan(0.1);
      expect(added).toMatchObject({ size: item.size, bold: false });
      expect(added.page).toBe(item.page);
      const step = (line: MeasuredLine, skip: number) => {
        const at = lines.indexOf(line);
        return lines[at + skip]!.baseline - line.baseline;
      };
      // From line to line within the item, and from its last line to the next paragraph.
      expect(step(added, 1)).toBeCloseTo(step(item, 1), 1);
      expect(step(added, 2)).toBeCloseTo(step(item, 2), 1);
    });

    test('has the new recipient before "Lưu", and Nơi nhận level with the signature', () => {
      const at = (start: string) => lines.indexOf(only(start));
      expect(at('- Ban Quản lý khu công nghiệp')).toBeLessThan(at('- Lưu: VT'));
      expect(only('- Ban Quản lý khu công nghiệp').left).toBeCloseTo(only('- Lưu: VT').left, 1);
      expect(only('- Ban Quản lý khu công nghiệp').size).toBe(only('- Lưu: VT').size);
      expect(Math.abs(only('Nơi nhận:').baseline - only('TM. BAN THƯỜNG VỤ').baseline)).toBeLessThan(1);
      expect(only('Trần Thị B').page).toBe(only('TM. BAN THƯỜNG VỤ').page);
    });

    test('numbers its pages from the second on, in the middle of the top margin', () => {
      const above = lines.filter(({ baseline }) => baseline < TEXT.top);
      const pages = [...new Set(lines.map(({ page }) => page))];
      expect(above.map(({ page, text }) => [page, text])).toEqual(
        pages.slice(1).map((page) => [page, String(page)]),
      );
      for (const number of above) expect(Math.abs(middle(number) - middle(TEXT))).toBeLessThan(1);
    });

    test('has no text in its margins', () => {
      const outside = lines.filter(
        ({ left, right, baseline }) =>
          left < TEXT.left - HAIR || right > TEXT.right + HAIR || baseline > TEXT.bottom,
      );
      expect(outside).toEqual([]);
    });
  },
);
