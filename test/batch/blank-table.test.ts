import { beforeAll, describe, expect, it } from 'vitest';
import { openZip } from '../../src/archive/unzip.js';
import { blankTable } from '../../src/batch/blank-table.js';
import { readColumns } from '../../src/batch/columns.js';
import { openBatchTable } from '../../src/batch/open-batch-table.js';
import { rowLayer } from '../../src/batch/row-layer.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { readDossier } from '../../src/dossier/read-dossier.js';
import type { Form } from '../../src/form/form.js';
import { type LayersOf, openForm, readOpenForm } from '../../src/form/read-form.js';
import type { Kind } from '../../src/kind/kind.js';
import { loadContext } from '../end-to-end/papers.js';

let kinds: readonly Kind[] = [];
beforeAll(async () => {
  kinds = (await loadContext()).kinds;
});
const SLUGS = [
  'annual-work-plan',
  'conference-plan',
  'deadline-sheet',
  'dossier',
  'emulation-launch-plan',
  'hall-banner',
  'plan',
  'registration-form',
  'report-outline',
];
const kindOf = (slug: string): Kind => kinds.find(({ definition }) => definition.slug === slug)!;
const blank = (slug: string, format: 'csv' | 'xlsx', all = false): Uint8Array =>
  blankTable({ ...kindOf(slug).definition, sample: kindOf(slug).sample }, { format, all });

/** The forms of a kind's sample, a dossier's papers one by one. */
function readSample(
  { definition, sample }: Kind,
  layersOf: LayersOf,
): { forms: readonly Form['values'][]; found: readonly Diagnostic[] } {
  const find = (name: string) =>
    kinds.find(({ definition: one }) => [one.slug, one.name, ...(one.aliases ?? [])].includes(name))
      ?.definition;
  const names = kinds.flatMap(({ definition: one }) => [one.name, ...(one.aliases ?? [])]);
  const open = openForm({ file: 'sample.yaml', text: sample }, find, names).value!;
  if (definition.papers === undefined) {
    const { value, diagnostics } = readOpenForm(open, layersOf);
    return { forms: value ? [value.values] : [], found: diagnostics };
  }
  const { value, diagnostics } = readDossier(open, find, names, layersOf);
  return { forms: value?.papers.map(({ form }) => form.values) ?? [], found: diagnostics };
}

it('every kind has its tables', () => {
  expect(kinds.map(({ definition }) => definition.slug).sort()).toEqual(SLUGS);
});

describe.each(SLUGS)('the blank table of %s', (slug) => {
  it.each([
    ['csv', false],
    ['csv', true],
    ['xlsx', false],
    ['xlsx', true],
  ] as const)(
    'as %s (all: %s) has heads that are read, and a row that changes nothing of the sample',
    (format, all) => {
      const opened = openBatchTable(`don-vi.${format}`, blank(slug, format, all));
      expect(opened.diagnostics).toEqual([]);
      const table = opened.value!;
      const columns = readColumns(table.head, table, kindOf(slug).definition.fields, []);
      expect(columns.diagnostics).toEqual([]);
      expect(columns.value!.slice(0, 2).map(({ type }) => type)).toEqual(['order', 'key']);
      const found: Diagnostic[] = [];
      const rows = [...table.rows((finding) => found.push(finding))];
      expect(found).toEqual([]);
      expect(rows).toHaveLength(1);
      const layer = rowLayer(columns.value!, rows[0]!, table);
      const under = readSample(kindOf(slug), () => [layer]);
      const own = readSample(kindOf(slug), () => []);
      expect(under.found).toEqual(own.found);
      if (kindOf(slug).definition.papers === undefined) expect(under.forms).toEqual(own.forms);
      else expect(under.forms).toHaveLength(own.forms.length);
    },
  );
});

describe('the blank table of a plan', () => {
  const partOf = (bytes: Uint8Array, name: string): string =>
    new TextDecoder().decode(openZip(bytes).read(name));

  it('has what mostly differs between units', () => {
    const heads = openBatchTable('a.csv', blank('plan', 'csv')).value?.head.texts;
    expect(heads).toEqual([
      'STT',
      'Mã',
      'Cơ quan chủ quản',
      'Cơ quan ban hành',
      'Số, ký hiệu',
      'Địa danh',
      'Ngày ban hành',
      'Đơn vị',
      'Trích yếu',
      'Nơi nhận',
      'Người ký.Quyền hạn',
      'Người ký.Chức vụ',
      'Người ký.Họ tên',
    ]);
  });

  it('has a note beside each column, drop-downs of what the guide lists, and texts that stay texts', () => {
    const bytes = blank('plan', 'xlsx', true);
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    const columns = openBatchTable('a.xlsx', bytes).value!.head.texts;
    expect(sheet.match(/<dataValidation /g)).toHaveLength(columns.length);
    const at = columns.indexOf('Độ khẩn') + 2;
    expect(sheet).toContain(`<formula1>'Hướng dẫn'!$E$${at}:$G$${at}</formula1>`);
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toMatch(
      new RegExp(
        `r="A${at}"[^>]*><is><t[^>]*>Độ khẩn<.*r="E${at}"[^>]*><is><t[^>]*>khẩn<.*r="G${at}"[^>]*><is><t[^>]*>hỏa tốc<`,
      ),
    );
    expect(sheet).toMatch(/<col min="1" max="1" width="[\d.]+" style="4" customWidth="1"\/>/);
    for (const [, prompt = ''] of sheet.matchAll(/ prompt="([^"]*)"/g))
      expect(prompt.replace(/&[^;]+;/g, 'x').length).toBeLessThanOrEqual(255);
    for (const [, title = ''] of sheet.matchAll(/ promptTitle="([^"]*)"/g))
      expect(title.replace(/&[^;]+;/g, 'x').length).toBeLessThanOrEqual(32);
  });

  it('is the same bytes each time', () => {
    expect(Buffer.from(blank('plan', 'xlsx', true)).equals(blank('plan', 'xlsx', true))).toBe(true);
  });
});
