import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FilledForm } from '../../src/collect/filled-form.js';
import { readFilledForm } from '../../src/collect/read-filled-form.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { compileForms, fillableForm } from '../collect/fillable-form.js';
import { isSkipped, missing } from './calibration/libreoffice.js';

/** A unit fills in our DOCX in LibreOffice, which drops tags and titles when it saves: the values come back all the same. */

const VALUES = {
  ten_don_vi: 'Công ty May Hòa Giang',
  ten: 'Nhà ăn ca cho công nhân, có bếp điện và quạt hút;\nhoàn thành trước ngày 30/9/2025.',
  tien: '1,2 tỷ đồng',
  kq: '1.250',
};
const FONTS = process.env['LIBERATION_FONTS'] ?? '/usr/share/fonts/truetype/liberation2';
const SCRIPT = fileURLToPath(new URL('fill-in-libreoffice.py', import.meta.url));
/** The system's Python: LibreOffice's module uno is only there. */
const PYTHON = '/usr/bin/python3';
const hasUno = spawnSync(PYTHON, ['-c', 'import uno']).status === 0;
const CALL_LIMIT_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'thethuc-filled-'));

/** One retry, which is told. */
function twice(call: () => void): void {
  try {
    call();
  } catch (error) {
    process.stderr.write(`LibreOffice failed once and is asked again: ${String(error)}\n`);
    call();
  }
}

describe.skipIf(isSkipped || (!hasUno && process.env['CI'] !== 'true'))(
  'a form filled in with LibreOffice',
  () => {
    vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 });
    let form: FilledForm;

    beforeAll(async () => {
      expect(missing).toEqual([]);
      expect(hasUno, 'python3-uno is not installed').toBe(true);
      const at = (name: string) => join(folder, name);
      writeFileSync(at('empty.docx'), writeDocx((await compileForms(fillableForm('fillable'))).resolved));
      writeFileSync(at('values.json'), JSON.stringify(VALUES));
      const argv = [SCRIPT, at('empty.docx'), at('filled.docx'), at('values.json'), FONTS];
      twice(() => execFileSync(PYTHON, argv, { timeout: CALL_LIMIT_MS, stdio: 'pipe' }));
      const { value, diagnostics } = await readFilledForm('filled.docx', readFileSync(at('filled.docx')));
      expect(diagnostics).toEqual([]);
      form = value!;
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('still says what it is and whose', () => {
      expect(form).toMatchObject({ title: 'BẢNG ĐĂNG KÝ', unitKey: 'cdcs-may' });
      expect(form.answers.map(({ blank }) => blank.label)).toContain('Số người hưởng lợi');
    });

    test('gives back every value, and dots where nobody typed as nothing', () => {
      const given = form.answers
        .filter(({ text }) => text !== '')
        .map(({ blank, text }) => [blank.key, text]);
      expect(Object.fromEntries(given)).toEqual({ ...VALUES, tu: '01/3/2025' });
    });
  },
);
