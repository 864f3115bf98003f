import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openZip } from '../../src/archive/unzip.js';
import { blankTable, type SampledKind } from '../../src/batch/blank-table.js';
import { type CollectedFile, collectForms } from '../../src/collect/collect-forms.js';
import { readTable } from '../../src/table/read-table.js';
import { writeTable } from '../../src/table/write-table.js';
import { isSkipped, missing } from './calibration/libreoffice.js';

/** Our workbooks open in LibreOffice Calc, which shows the cells that we wrote and gives them back when it saves. */

/** ";" between cells, UTF-8, every sheet, cells as they are shown. */
const CSV = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1';
const CALL_LIMIT_MS = 60_000;

const SHAPES = { ten: 'text', so: 'text', tien: 'money', ghi_chu: 'text' } as const;
const answersOf = (texts: Readonly<Record<keyof typeof SHAPES, string>>) =>
  Object.entries(SHAPES).map(([key, shape]) => ({
    blank: { key, label: key, shape, isRequired: false },
    text: texts[key as keyof typeof SHAPES],
  }));

/** What `thethuc collect` makes of two forms, with all that a spreadsheet likes to take for something else. */
const COLLECTED: readonly CollectedFile[] = [
  { ten: 'Nhà ăn ca; "bếp"\ncủa công nhân', so: '05', tien: '1,2 tỷ đồng', ghi_chu: '=1+1' },
  { ten: ' Sân bóng ', so: '1/3', tien: '250 triệu đồng', ghi_chu: '- Như trên' },
  { ten: '70%', so: '001/2025', tien: '', ghi_chu: '@SUM(A1:A2)' },
].map((texts, index) => {
  const file = `${index}.docx`;
  return {
    file,
    form: { file, title: 'BẢNG ĐĂNG KÝ', unitKey: 'cdcs-may', answers: answersOf(texts) },
    diagnostics: [],
  };
});

const KIND: SampledKind = {
  fields: [
    {
      key: 'co_quan_ban_hanh',
      label: 'Cơ quan ban hành',
      type: 'text',
      required: true,
      help: 'Tên "đầy đủ".',
    },
    {
      key: 'do_khan',
      label: 'Độ khẩn',
      type: 'choice',
      required: false,
      choices: ['khẩn', 'hỏa tốc'].map((label) => ({ value: label, label })),
    },
  ],
  sample: 'Cơ quan ban hành: Công đoàn xã A\nĐộ khẩn: hỏa tốc\n',
};

const BOOKS = {
  'don-vi': readFileSync(new URL('../../samples/don-vi.xlsx', import.meta.url)),
  'tong-hop': writeTable(collectForms(COLLECTED).rows, 'xlsx'),
  'mau-bang': blankTable(KIND, { format: 'xlsx', all: true }),
};
const folder = mkdtempSync(join(tmpdir(), 'thethuc-calc-'));

/** Every workbook in another form, in one call; one retry, which is told. */
function convert(filter: string, into: string): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const books = Object.keys(BOOKS).map((name) => join(folder, `${name}.xlsx`));
  const argv = [profile, '--headless', '--convert-to', filter, '--outdir', join(folder, into), ...books];
  const call = () => execFileSync('soffice', argv, { timeout: CALL_LIMIT_MS, stdio: 'pipe' });
  try {
    call();
  } catch (error) {
    process.stderr.write(`LibreOffice failed once and is asked again: ${String(error)}\n`);
    call();
  }
}

/** The texts of a table; cells that are empty to the end of a row are none. */
function textsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const { value, diagnostics } = readTable('bang', bytes);
  expect(diagnostics).toEqual([]);
  return value!.rows.map((row) => {
    const texts = row.map(({ text }) => text);
    return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  });
}

/** The one file of a folder that a workbook became. */
function convertedOf(name: string, into: string): Uint8Array {
  const files = readdirSync(join(folder, into)).filter((file) => file.startsWith(name));
  expect(files, `LibreOffice Calc made nothing of ${name}.xlsx: is it installed?`).toHaveLength(1);
  return readFileSync(join(folder, into, files[0]!));
}

describe.skipIf(isSkipped)('LibreOffice Calc', () => {
  vi.setConfig({ hookTimeout: 180_000 });

  beforeAll(() => {
    expect(missing).toEqual([]);
    for (const [name, bytes] of Object.entries(BOOKS)) writeFileSync(join(folder, `${name}.xlsx`), bytes);
    convert(CSV, 'shown');
    convert('xlsx', 'saved');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['don-vi', 'tong-hop'] as const)('shows the cells of %s', (name) => {
    const written = textsOf(BOOKS[name]);
    expect(written.length).toBeGreaterThan(3);
    expect(textsOf(convertedOf(name, 'shown'))).toEqual(written);
  });

  it.each(['don-vi', 'tong-hop', 'mau-bang'] as const)('saves the cells of %s as they were', (name) => {
    expect(textsOf(convertedOf(name, 'saved'))).toEqual(textsOf(BOOKS[name]));
  });

  it('keeps the notes and the drop-downs of a table that is to be filled in', () => {
    const saved = openZip(convertedOf('mau-bang', 'saved')).read('xl/worksheets/sheet1.xml');
    const checks = new TextDecoder().decode(saved).match(/<dataValidation .*?<\/dataValidation>/gs) ?? [];
    expect(checks).toHaveLength(4);
    expect(checks[2]).toContain('promptTitle="Cơ quan ban hành"');
    expect(checks[2]).toContain('prompt="Tên &quot;đầy đủ&quot;.');
    expect(checks[3]).toMatch(
      /type="list".*<formula1>(?:'|&apos;)Hướng dẫn(?:'|&apos;)!\$E\$5:\$F\$5<\/formula1>/,
    );
  });

  it('has what was collected, with sums of money as numbers', () => {
    const [head, ...rows] = textsOf(convertedOf('tong-hop', 'saved'));
    const money = head!.indexOf('tien (đồng)');
    expect(rows.map((row) => row[money])).toEqual(['1200000000', '250000000', '']);
    expect(rows.map((row) => row[head!.indexOf('ghi_chu')])).toEqual(['=1+1', '- Như trên', '@SUM(A1:A2)']);
  });
});
