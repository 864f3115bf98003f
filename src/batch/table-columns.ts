import type { Outcome } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from '../form/field.js';
import type { BatchTable } from './batch-table.js';
import { type Column, readColumns } from './columns.js';
import { type NamePattern, namesIn } from './name-pattern.js';

/** What the columns of a table mean; without a value a head is not understood. `pattern`: of file names, which may name columns. */
export function readTableColumns(
  table: Pick<BatchTable, 'file' | 'sheet' | 'head'>,
  fields: readonly FieldDefinition[],
  pattern: NamePattern | undefined,
): Outcome<readonly Column[]> {
  const used = pattern === undefined ? [] : namesIn(pattern).map(({ folded }) => folded);
  return readColumns(table.head, table, fields, used);
}

/** The issuing agency itself, and the unit of the register. */
const ISSUER_PATHS = new Set(['co_quan_ban_hanh', 'don_vi']);

/** Whether the papers of a table are of ever other agencies: then the form must not name its own in its text. */
export const changesIssuer = (columns: readonly Column[]): boolean =>
  columns.some((column) => column.type === 'field' && ISSUER_PATHS.has(column.path.join('.')));
