import { describe, expect, it } from 'vitest';
import { cellNumbers, columnName } from '../../src/diagnostic/cell-name.js';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';

describe('cells', () => {
  it('have names of a column and a row', () => {
    expect([1, 26, 27, 52, 53, 702, 703, 16384].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
    expect(cellNumbers('B402')).toEqual({ row: 402, column: 2 });
    expect(['', 'B', '4', 'B0', 'b4', 'B4:C5'].map(cellNumbers)).toEqual(Array(6).fill(undefined));
  });

  it('of every column come back as its number', () => {
    for (let column = 1; column <= 16384; column++)
      expect(cellNumbers(`${columnName(column)}7`)?.column).toBe(column);
  });

  it('are named by sheet where there are sheets, else by row and column', () => {
    const named = (file: string, sheet: string): string =>
      renderDiagnostics(
        [{ code: 'x', severity: 'error', message: 'Ô trống', place: { file, sheet, cell: 'B402' } }],
        { style: 'short' },
      );
    expect(named('units.xlsx', 'Sheet1')).toMatch(/^units\.xlsx:Sheet1!B402: sai/);
    expect(named('units.csv', '')).toMatch(/^units\.csv:402:2: sai/);
  });
});
