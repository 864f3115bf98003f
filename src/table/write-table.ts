import { type TableValue, writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

export type { TableValue };

/** A table as a file; the first row is its head. The same rows give the same bytes. */
export function writeTable(rows: readonly (readonly TableValue[])[], format: 'csv' | 'xlsx'): Uint8Array {
  switch (format) {
    case 'csv':
      return writeCsv(rows);
    case 'xlsx':
      return writeXlsx([{ name: 'Sheet1', rows }]);
  }
}
