import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readColumns } from '../../src/batch/columns.js';
import { rowLayer } from '../../src/batch/row-layer.js';
import { type CompileContext, compileForm, fieldsOfForm } from '../../src/compile.js';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';
import { valueAt } from '../../src/form/value-at.js';

export const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`../../samples/${name}`, import.meta.url));
export const sampleText = (name: string): string => new TextDecoder().decode(sample(name));

export const TABLE = { file: 'units.xlsx', sheet: 'Sheet1' };

export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Compiles a form with one row over it: cells under their heads. `row` as the spreadsheet counts. */
export function compileRow(
  base: CompileContext,
  source: Source,
  cells: Readonly<Record<string, string>>,
  { row = 2, files = {} }: { row?: number; files?: Readonly<Record<string, Uint8Array>> } = {},
) {
  const fields = fieldsOfForm(source, base.kinds).value ?? [];
  const head = { row: 1, texts: Object.keys(cells) };
  const columns = readColumns(head as never, TABLE as never, fields, []);
  expect(columns.diagnostics).toEqual([]);
  const over = [rowLayer(columns.value ?? [], { row, texts: Object.values(cells) } as never, TABLE as never)];
  const context = { ...base, over, files: new Map(Object.entries(files)) };
  const { value, diagnostics } = compileForm(source, context);
  const shown = renderDiagnostics(diagnostics, { style: 'short', source: () => source.text });
  const forms = value?.map(({ form }) => form) ?? [];
  return {
    papers: value,
    diagnostics,
    shown: shown.trimEnd().split('\n').filter(Boolean),
    forms,
    form: forms[0],
    at: (path: string) => forms[0] && valueAt(forms[0].values, path),
    over,
  };
}

/** A plan that says what a plan must; `lines` beside that. */
export const plan = (lines = ''): Source => ({
  file: 'a.yaml',
  text: `Loại văn bản: Kế hoạch\nCơ quan ban hành: Liên đoàn Lao động tỉnh\nSố, ký hiệu: 7/KH-LĐLĐ\nĐịa danh: Hòa Giang\nNgày ban hành: 5/2/2026\nTrích yếu: Tổ chức Hội nghị\nNội dung: |\n  I. MỤC ĐÍCH\n  1. Một\n  2. Hai\nNơi nhận:\n  - Như trên\n  - Lưu: VT\nNgười ký:\n  Quyền hạn: TM. BAN THƯỜNG VỤ\n  Chức vụ: CHỦ TỊCH\n  Họ tên: Nguyễn Văn A\n${lines}`,
});
