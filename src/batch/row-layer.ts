import { cellValue } from '../form/cell-value.js';
import { buildLayer, type FormLayer, type LayerGroup, type LayerValue } from '../form/layer.js';
import { placeOfCell, type TableName, type TableRow } from '../table/table.js';
import type { Column } from './columns.js';

type OpenGroup = { [key: string]: LayerValue };

/** What a row says, over what the form says; an empty cell leaves the form's value, and no cell can empty it. */
export function rowLayer(columns: readonly Column[], row: TableRow, table: TableName): FormLayer {
  const values: OpenGroup = {};
  for (const column of columns) {
    const text = row.texts[column.column - 1] ?? '';
    if (column.type !== 'field' || text.trim() === '') continue;
    const place = (line: number) => placeOfCell(table, row, column.column, line);
    put(values, column.path, cellValue(text, column.field, place));
  }
  return buildLayer('over', values);
}

/** No two columns are of one field, or of a group and a part of it: what is found on the way is a group. */
function put(group: OpenGroup, [key, ...rest]: readonly string[], value: LayerValue): void {
  if (key === undefined) return;
  if (rest.length === 0) {
    group[key] = value;
    return;
  }
  group[key] ??= {};
  put(group[key] as LayerGroup as OpenGroup, rest, value);
}
