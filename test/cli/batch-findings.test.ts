import { describe, expect, it, test } from 'vitest';
import { gatherFindings, sayable } from '../../src/cli/batch-findings.js';
import { addFindings, createUnitTexts, newUnit, type Unit } from '../../src/cli/batch-unit.js';
import type { CellPlace, Diagnostic, Place } from '../../src/diagnostic/diagnostic.js';

const TABLE = 'units.xlsx';
const cell = (name: string): CellPlace => ({ file: TABLE, sheet: 'Đơn vị', cell: name });
const ofForm: Diagnostic = {
  code: 'form/unknown-field',
  severity: 'error',
  message: 'Không có ô nào tên là "Địa danhh"',
  place: { file: 'ke-hoach.yaml', start: 5, end: 14 },
};
const ofCell = (name: string, message = 'Ngày sai', more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'form/date',
  severity: 'error',
  message,
  place: cell(name),
  ...more,
});

/** Units of rows 2, 3, …, each with the findings given. */
function unitsOf(findings: readonly (readonly Diagnostic[])[]): readonly Unit[] {
  const kept = createUnitTexts();
  return findings.map((own, index) => {
    const row = index + 2;
    const place: Place = cell(`A${row}`);
    const unit = newUnit(kept, { type: 'row', order: index + 1, row: { row, texts: [] } }, `m${row}`, place);
    addFindings(unit, own);
    return unit;
  });
}

const cellsNamed = (finding: Diagnostic): readonly string[] =>
  (finding.related ?? []).map(({ place }) => ('cell' in place ? place.cell : place.file));

describe('a finding of the form', () => {
  test.each([
    [1, 'Không có ô nào tên là "Địa danhh"'],
    [2, 'Không có ô nào tên là "Địa danhh" (ở mọi đơn vị)'],
    [3, 'Không có ô nào tên là "Địa danhh" (ở mọi đơn vị)'],
    [30, 'Không có ô nào tên là "Địa danhh" (ở mọi đơn vị)'],
  ])('that each of %i units has is said once', (count, message) => {
    const [one, ...others] = gatherFindings(unitsOf(Array.from({ length: count }, () => [ofForm])), TABLE);
    expect(one).toEqual({ ...ofForm, message });
    expect(others).toEqual([]);
  });

  it('that some units have points to the first of them', () => {
    const found = (some: number) =>
      gatherFindings(unitsOf(Array.from({ length: 9 }, (_, at) => (at < some ? [ofForm] : []))), TABLE)[0]!;
    expect(found(2).message).toBe(ofForm.message);
    expect(cellsNamed(found(2))).toEqual(['A2', 'A3']);
    expect(found(5).message).toBe(`${ofForm.message} (ở 5 đơn vị)`);
    expect(cellsNamed(found(5))).toEqual(['A2', 'A3', 'A4']);
  });

  it('is one of each form where forms are units', () => {
    const units = unitsOf([[ofForm], [{ ...ofForm, place: { file: 'khac.yaml', start: 5, end: 14 } }]]);
    expect(gatherFindings(units, undefined).map(({ message }) => message)).toEqual([
      ofForm.message,
      ofForm.message,
    ]);
  });
});

describe('what is said at the end', () => {
  it('names each cell of a few', () => {
    const found = ['F2', 'F3', 'F4'].map((name) => ofCell(name));
    expect(sayable(found, 'human')).toEqual({ said: found, left: 0 });
  });

  it('tells one mistake in many cells of a column once', () => {
    const found = Array.from({ length: 30 }, (_, at) => ofCell(`F${at + 2}`));
    const { said } = sayable([ofCell('B2'), ...found], 'human');
    expect(said.map(({ message, place }) => [(place as CellPlace).cell, message])).toEqual([
      ['B2', 'Ngày sai'],
      ['F2', 'Ngày sai; cũng vậy ở 29 ô: F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 và 19 ô khác'],
    ]);
  });

  it('names rows of a table without sheets', () => {
    const found = ['F2', 'F3', 'F4', 'F5'].map((name) =>
      ofCell(name, 'Ngày sai', { place: { ...cell(name), sheet: '' } }),
    );
    expect(sayable(found, 'human').said[0]?.message).toBe('Ngày sai; cũng vậy ở 3 ô: dòng 3, dòng 4, dòng 5');
  });

  it('keeps apart what has other words, or points elsewhere too', () => {
    const other = ['G2', 'G3', 'G4', 'G5'].map((name) => ofCell(name, `Ô ${name} sai`));
    const related = [{ place: cell('A1'), message: 'lần đầu ở đây' }];
    const twice = ['H2', 'H3', 'H4', 'H5'].map((name) => ofCell(name, 'Hai dòng', { related }));
    expect(sayable([...other, ...twice], 'human').said).toHaveLength(8);
  });

  it('counts units whose files are in the way, not their files', () => {
    const found = ['B2', 'B3', 'B4'].flatMap((name) =>
      ['docx', 'pdf'].map((format) =>
        ofCell(name, `Không ghi đè "${name}.${format}" vì tệp không do chương trình tạo ra`, {
          code: 'batch/foreign-file',
        }),
      ),
    );
    expect(sayable(found, 'human').said.map(({ message }) => message)).toEqual([
      'Không ghi đè "B2.docx" vì tệp không do chương trình tạo ra; cũng vậy ở 2 ô: B3, B4',
    ]);
  });

  it('has errors first where it is too much, and says how much is left', () => {
    const remarks = Array.from({ length: 50 }, (_, at) =>
      ofCell(`B${at}`, `Lưu ý ${at}`, { severity: 'remark' }),
    );
    const errors = Array.from({ length: 20 }, (_, at) => ofCell(`C${at}`, `Sai ${at}`));
    const { said, left } = sayable([...remarks, ...errors], 'short');
    expect([said.length, left, said[0]?.message]).toEqual([60, 10, 'Sai 0']);
  });

  it('is all there is for a program', () => {
    const found = Array.from({ length: 90 }, (_, at) => ofCell(`F${at + 2}`));
    expect(sayable(found, 'json')).toEqual({ said: found, left: 0 });
  });
});
