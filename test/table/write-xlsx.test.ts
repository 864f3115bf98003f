import { expect, it } from 'vitest';
import { openZip } from '../../src/archive/unzip.js';
import { readTable } from '../../src/table/read-table.js';
import { GUIDE_SHEET } from '../../src/table/table.js';
import { writeXlsx } from '../../src/table/write-xlsx.js';
import { readXml } from '../../src/xml/read-xml.js';

const SHEETS = [
  {
    name: 'Đơn vị',
    rows: [['Mã', 'Độ khẩn']],
    forTyping: true,
    notes: [
      { column: 1, title: 'x'.repeat(50), text: `"a" & b\n${'ờ'.repeat(300)}` },
      { column: 2, title: 'Độ khẩn', text: 'Chọn', choices: "'Hướng dẫn'!$B$2:$C$2" },
    ],
  },
  { name: GUIDE_SHEET, rows: [['Cột'], ['Độ khẩn', 'khẩn', 'hỏa tốc']] },
];

it('writes several sheets with notes and drop-downs that forbid nothing', () => {
  const zip = openZip(writeXlsx(SHEETS));
  const seen: Record<string, string>[] = [];
  let formula = '';
  let isFormula = false;
  for (const name of zip.names) {
    const fault = readXml(new TextDecoder().decode(zip.read(name)), {
      open: (tag, attributes) => {
        if (tag === 'dataValidation') seen.push({ ...attributes });
        isFormula = tag === 'formula1';
      },
      text: (piece) => {
        if (isFormula) formula += piece;
      },
    });
    expect(fault, name).toBeUndefined();
  }
  expect(seen).toEqual([
    {
      allowBlank: '1',
      showInputMessage: '1',
      promptTitle: `${'x'.repeat(31)}…`,
      prompt: `"a" & b\n${'ờ'.repeat(246)}…`,
      sqref: 'A2:A1048576',
    },
    {
      type: 'list',
      allowBlank: '1',
      showInputMessage: '1',
      promptTitle: 'Độ khẩn',
      prompt: 'Chọn',
      sqref: 'B2:B1048576',
    },
  ]);
  expect(formula.trim()).toBe("'Hướng dẫn'!$B$2:$C$2");
});

it('has a guide that is not remarked on when the table is read', () => {
  const bytes = writeXlsx(SHEETS);
  expect(readTable('a.xlsx', bytes)).toMatchObject({ value: { sheet: 'Đơn vị' }, diagnostics: [] });
  expect(readTable('a.xlsx', bytes, { sheet: GUIDE_SHEET }).value?.rows[1]?.map(({ text }) => text)).toEqual([
    'Độ khẩn',
    'khẩn',
    'hỏa tốc',
  ]);
});
