import { describe, expect, it } from 'vitest';
import { KNOWN_ACTS } from '../../src/check/acts.js';
import { checkCitedActs } from '../../src/check/cited-acts.js';
import type { Block, Document, PartialDate } from '../../src/document/ast.js';
import type { CitedAct } from '../../src/organisation/register.js';

function paper(text: string, issuedOn: PartialDate, where: 'basis' | 'table' | 'body' = 'body'): Document {
  const content = [
    { type: 'text' as const, text, origin: { type: 'field' as const, path: 'noi_dung', offset: 100 } },
  ];
  const blocks: readonly Block[] = [
    {
      type: 'letterhead',
      parentAgency: [],
      issuingAgency: [],
      placeAndDate: { place: 'Hòa Giang', issuedOn },
    },
    where === 'basis'
      ? { type: 'legal-bases', style: 'italic', bases: [content] }
      : where === 'table'
        ? { type: 'table', columns: [], rows: [{ role: 'body', cells: [{ content }] }] }
        : { type: 'paragraph', content },
  ] as unknown as readonly Block[];
  return {
    settings: {},
    sections: [{ role: 'main', orientation: 'portrait', blocks }],
  } as unknown as Document;
}

const day = (iso: string): PartialDate => {
  const [year, month, date] = iso.split('-').map(Number);
  return { ...(year && { year }), ...(month && { month }), ...(date && { day: date }) } as PartialDate;
};

const check = (document: Document, acts: readonly CitedAct[] = []) =>
  checkCitedActs(
    document,
    acts,
    (_path, start = 0, end = 0) => ({ file: 'a.yaml', start, end }),
    () => 'Nội dung',
  );
const messages = (text: string, iso: string, acts: readonly CitedAct[] = []): readonly string[] =>
  check(paper(text, day(iso)), acts).map(({ severity, message }) => `${severity}: ${message}`);

const AWARD = 'Căn cứ Nghị định số 98/2023/NĐ-CP của Chính phủ';
const REPLACED =
  'warning: Nghị định số 98/2023/NĐ-CP đã được thay thế bởi Nghị định số 152/2025/NĐ-CP từ ngày 01/7/2025';

describe('an act that a paper cites', () => {
  it.each([
    ['2024-05-02', []],
    ['2025-06-30', []],
    ['2025-07-01', [REPLACED]],
    ['2026-03-10', [REPLACED]],
    ['2026', [REPLACED]],
    // In June or in July: not certain.
    ['2025', []],
    ['2025-07', [REPLACED]],
    [
      '2022-05-02',
      ['warning: Nghị định số 98/2023/NĐ-CP ban hành năm 2023, sau ngày của văn bản (ngày 2/5/2022)'],
    ],
  ])('is right or wrong by the date of the paper: %s', (date, expected) => {
    expect(messages(AWARD, date)).toEqual(expected);
  });

  it('raises nothing in a paper without a date, nor when the act is not known', () => {
    expect(check(paper(AWARD, {}))).toEqual([]);
    expect(messages('Căn cứ Nghị định số 199/2013/NĐ-CP', '2026-03-10')).toEqual([]);
    expect(messages('Căn cứ Nghị định số 1198/2023/NĐ-CP và 98/2023/NĐ-CPX', '2026-03-10')).toEqual([]);
  });

  it('was issued on its day, not before', () => {
    expect(messages('Theo Nghị định số 152/2025/NĐ-CP.', '2025-06-14')).toEqual([]);
    expect(messages('Theo Nghị định số 152/2025/NĐ-CP.', '2025-06-13')).toEqual([
      'warning: Nghị định số 152/2025/NĐ-CP ban hành ngày 14/6/2025, sau ngày của văn bản (ngày 13/6/2025)',
    ]);
  });

  it.each(['basis', 'table', 'body'] as const)('is found in any text, at its place: %s', (where) => {
    const [found] = check(paper(AWARD, day('2026-03-10'), where));
    expect(found?.place).toEqual({ file: 'a.yaml', start: 120, end: 133 });
    expect(found).toMatchObject({
      field: 'Nội dung',
      actual: '98/2023/NĐ-CP',
      expected: 'Nghị định số 152/2025/NĐ-CP',
    });
  });

  it('is said once, with how often it stands there', () => {
    expect(messages(`${AWARD}; thực hiện 98/2023/nđ‑cp`, '2026-03-10')).toEqual([
      `${REPLACED} (2 chỗ trong văn bản)`,
    ]);
  });

  it.each([
    'Nghị định số 152/2025/NĐ-CP thay thế Nghị định số 98/2023/NĐ-CP',
    'Nghị định số 98/2023/NĐ-CP đã hết hiệu lực',
  ])('may be named as a thing of the past: %s', (text) => {
    expect(messages(text, '2026-03-10')).toEqual([]);
  });

  it('whose number comes again every year is known by its year', () => {
    const year = 'Quyết định số 1689/QĐ-TLĐ ngày 12 tháng 11 năm 2019 của Tổng Liên đoàn';
    expect(messages(year, '2023-05-01')).toEqual([]);
    expect(messages(year, '2025-05-01')).toEqual([
      'remark: Quyết định số 1689/QĐ-TLĐ đã được thay thế bởi Quyết định số 999/QĐ-TLĐ từ ngày 29/5/2024',
    ]);
    expect(messages('Quyết định số 1689/QĐ-TLĐ ngày 02/11/2025', '2025-12-01')).toEqual([]);
    expect(messages('Quyết định số 999/QĐ-TLĐ ngày 03/9/2021', '2022-01-01')).toEqual([]);
  });

  it('may be added by the office, or told otherwise than the program knows it', () => {
    const local: CitedAct = {
      number: '12/2021/QĐ-UBND',
      name: '',
      from: '2021-05-05',
      to: '2025-08',
      replacedBy: '',
    };
    const text = 'Quyết định số 12/2021/QĐ-UBND ngày 05/5/2021';
    expect(messages(text, '2025-08-31', [local])).toEqual([]);
    expect(messages(text, '2025-09-01', [local])).toEqual([
      'warning: 12/2021/QĐ-UBND đã hết hiệu lực từ sau tháng 8/2025',
    ]);
    expect(messages(AWARD, '2026-03-10', [{ ...local, number: '98/2023/NĐ-CP', to: '' }])).toEqual([]);
  });
});

it('every known act has a readable number and a period that does not end before it begins', () => {
  for (const { number, name, from, to, replacedBy } of KNOWN_ACTS) {
    expect(name).toContain(number);
    expect(from).toMatch(/^\d{4}(-\d{2}-\d{2})?$/);
    if (to !== '') expect([to > from, replacedBy !== '']).toEqual([true, true]);
  }
});
