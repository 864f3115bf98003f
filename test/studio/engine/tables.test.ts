import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createEngine } from '../../../src/studio/engine/create-engine.js';
import type { Engine, NamedFile, TableRequest } from '../../../src/studio/protocol.js';
import { unzip } from '../../archive/unzip.js';
import { fillableForm } from '../../collect/fillable-form.js';
import { loadParts } from './engine-parts.js';
import { sample, sampleFile } from './samples.js';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ ...(await loadParts()), deflate: (bytes) => deflateRawSync(bytes, { level: 4 }) });
});

const csv = (name: string, rows: readonly (readonly string[])[]): NamedFile => ({
  name,
  bytes: new TextEncoder().encode(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')),
});

/** Fifty units, three of them bad: a day that there is not, an empty key of another's, a number with words. */
const FIFTY: readonly (readonly string[])[] = [
  ['STT', 'Mã', 'Cơ quan ban hành', 'Ngày ban hành', 'Địa danh'],
  ...Array.from({ length: 50 }, (_, index) => {
    const number = index + 1;
    const date = number === 7 ? '31/02/2025' : number === 20 ? 'hôm qua' : '12/9/2025';
    const key = number === 33 ? 'cd-32' : `cd-${number}`;
    return [String(number), key, `Công đoàn cơ sở số ${number}`, date, `Xã ${number}`];
  }),
];

const request = (more: Partial<TableRequest> = {}): TableRequest => ({
  source: sample('plan.yaml'),
  table: csv('don-vi.csv', FIFTY),
  formats: ['docx', 'pdf'],
  ...more,
});

describe('fifty units, three of them bad', () => {
  test('each bad one is told at its cell, and all units with their names', async () => {
    const { units, problems } = await engine.openTable(request());
    expect(units).toHaveLength(50);
    expect(units.filter(({ isFaulty }) => isFaulty).map(({ row }) => row)).toEqual([8, 21, 34]);
    expect(units[0]).toEqual({
      row: 2,
      unit: 'Công đoàn cơ sở số 1',
      key: 'cd-1',
      stem: '001-Công đoàn cơ sở số 1',
      isFaulty: false,
    });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ elsewhere }) => elsewhere).sort()).toEqual([
      'don-vi.csv:21:4',
      'don-vi.csv:34:2',
      'don-vi.csv:8:4',
    ]);
    // Where the form says the same of every unit it says so once.
    expect(new Set(problems.map(({ code, message }) => code + message)).size).toBe(problems.length);
  });

  test('are made some at a time, the bad ones with what is wrong', async () => {
    const wish = request();
    const { units } = await engine.openTable(wish);
    const rows = units.map(({ row }) => row);
    const made = [
      ...(await engine.makeUnits({ ...wish, rows: rows.slice(0, 25) })),
      ...(await engine.makeUnits({ ...wish, rows: rows.slice(25) })),
    ];
    expect(made.map(({ row }) => row)).toEqual(rows);
    const files = made.flatMap((one) => one.files);
    expect(files).toHaveLength(2 * 47);
    expect(made.filter((one) => one.files.length === 0).map(({ row }) => row)).toEqual([8, 21, 34]);
    for (const { files: none, problems } of made.filter(({ row }) => [8, 21, 34].includes(row)))
      expect([none, problems.some(({ severity }) => severity === 'error')]).toEqual([[], true]);
    expect(files[0]!.name).toBe('001-Công đoàn cơ sở số 1.docx');
    const document = new TextDecoder().decode(unzip(files[2]!.bytes).get('word/document.xml'));
    expect(document).toContain('SỐ 2');

    const archive = await engine.zip(files, 'ket-qua.zip');
    const inside = unzip(archive.bytes);
    expect([...inside.keys()]).toEqual(files.map(({ name }) => name));
    for (const { name, bytes } of files) expect(Buffer.compare(inside.get(name)!, bytes), name).toBe(0);
    expect((await engine.zip(files, 'ket-qua.zip')).bytes).toEqual(archive.bytes);
  });

  test('names by a pattern; one that nothing has is refused', async () => {
    const { units } = await engine.openTable(request({ namePattern: '{{dia_danh}}/{{ma}}' }));
    expect(units[1]?.stem).toBe('Xã 2/cd-2');
    const { problems } = await engine.openTable(request({ namePattern: '{{mau_sac}}' }));
    expect(problems[0]).toMatchObject({ code: 'batch/unknown-name', severity: 'error' });
  });
});

test('a sample table over its form makes every unit', async () => {
  const wish = {
    ...request(),
    source: sample('bo-hoi-nghi-co-so.yaml'),
    table: sampleFile('cong-doan.xlsx'),
  };
  const { units, problems } = await engine.openTable(wish);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(units.map(({ isFaulty }) => isFaulty)).toEqual(Array.from({ length: 30 }, () => false));
  const [made] = await engine.makeUnits({ ...wish, rows: [units[0]!.row] });
  // Several papers lie in a folder of the unit's.
  expect(made!.files.length).toBeGreaterThan(2);
  for (const { name } of made!.files) expect(name.startsWith(`${units[0]!.stem}/`)).toBe(true);
});

test('a head that is no field is told at its cell', async () => {
  const { units, problems } = await engine.openTable(
    request({
      table: csv('don-vi.csv', [
        ['Mã', 'Màu sắc', 'Địa danh'],
        ['a', 'xanh', 'Xã A'],
      ]),
    }),
  );
  expect(units).toEqual([]);
  expect(problems).toMatchObject([{ code: 'table/unknown-column', elsewhere: 'don-vi.csv:1:2' }]);
});

test.each(['xlsx', 'csv'] as const)('a blank table as %s makes its sample row', async (format) => {
  const table = await engine.blankTable('plan', format);
  expect(table.name).toBe(`don-vi.${format}`);
  const { units } = await engine.openTable(request({ table }));
  expect(units.map(({ isFaulty }) => isFaulty)).toEqual([false]);
});

test('a blank table of a kind that there is not is refused in words', async () => {
  await expect(engine.blankTable('không-có', 'csv')).rejects.toThrow(/Không có loại văn bản/);
});

describe('collect', () => {
  test('twenty filled forms are one table, a file that is none a row with its reason', async () => {
    const forms: NamedFile[] = [];
    for (let unit = 1; unit <= 20; unit += 1) {
      const text = fillableForm('fillable')
        .replace('cdcs-may', `cdcs-${unit}`)
        .replace('Giá trị: 01/3/2025', `Giá trị: ${String(unit).padStart(2, '0')}/3/2025`);
      const source = { file: `dang-ky-${unit}.yaml`, text, given: [] };
      const { files, problems } = await engine.write({ source, formats: [unit % 2 === 0 ? 'docx' : 'pdf'] });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      forms.push({ ...files[0]!, name: `${unit}-${files[0]!.name}` });
    }
    const foreign = { name: 'anh.jpg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0) };
    const { rows, problems, xlsx, csv: text } = await engine.collect([...forms, foreign]);
    expect(rows).toHaveLength(22);
    const [head = []] = rows;
    expect(head.slice(0, 2)).toEqual(['Tệp', 'Mã đơn vị']);
    expect(rows.slice(1, 21).map((row) => row[1])).toEqual(
      Array.from({ length: 20 }, (_, index) => `cdcs-${index + 1}`),
    );
    expect(rows[3]!.join('|')).toContain('03/3/2025');
    expect(rows[21]!.at(-1)).toMatch(/ảnh/);
    expect(problems.find(({ code }) => code === 'collect/picture')?.elsewhere).toBe('anh.jpg');
    expect(xlsx.name).toBe('tong-hop.xlsx');
    expect([...unzip(xlsx.bytes).keys()]).toContain('xl/workbook.xml');
    expect(new TextDecoder().decode(text.bytes)).toContain('cdcs-20');
  });
});

describe('an archive', () => {
  const file = (name: string): NamedFile => ({ name, bytes: new Uint8Array(1) });
  test('of more files than an archive can have is refused in words', async () => {
    const files = Array.from({ length: 65_536 }, (_, index) => file(`${index}`));
    await expect(engine.zip(files, 'a.zip')).rejects.toThrow(/65536 tệp.*65535/);
  });
  test('with two files of one name is refused in words', async () => {
    await expect(engine.zip([file('a'), file('a')], 'a.zip')).rejects.toThrow(/cùng tên "a"/);
  });
  test('keeps texts packed, papers as they are, also longer than a block', async () => {
    const long = new Uint8Array(200_000).fill(7);
    long.set([0x25, 0x50, 0x44, 0x46]);
    const text = new Uint8Array(200_000).fill(65);
    const { bytes } = await engine.zip(
      [
        { name: 'a.pdf', bytes: long },
        { name: 'b.txt', bytes: text },
        { name: 'trống.txt', bytes: new Uint8Array() },
      ],
      'a.zip',
    );
    expect(bytes.length).toBeLessThan(210_000);
    expect(bytes.length).toBeGreaterThan(200_000);
    const inside = unzip(bytes);
    expect(inside.get('a.pdf')).toEqual(long);
    expect(inside.get('b.txt')).toEqual(text);
    expect(inside.get('trống.txt')).toHaveLength(0);
  });
});
