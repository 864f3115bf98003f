import fc from 'fast-check';
import type { FieldDefinition } from '../../src/form/field.js';
import { partsOf } from '../../src/form/key-table.js';

/** A form as someone may fill it in: text, list, group by label; undefined is left out. */
export type Filled = string | readonly Filled[] | { readonly [label: string]: Filled } | undefined;

const WORDS = (
  'Căn cứ Luật Công đoàn, Ban Thường vụ xây dựng kế hoạch tổ chức hội nghị lần thứ VI tại Việt Nam số 91/KH-LĐLĐ ngày 12/9/2024: ' +
  'đoàn viên; người lao động (b/c) – tỷ lệ 55% “tiêu biểu” … Nguyễn Văn A - Đề cương 1.200.000 đồng ƯỚC ẤY QUỸ'
).split(' ');
/** What means something to YAML, Handlebars, the markup, the outline or XML. */
const SIGNS = [
  '*',
  '**',
  '# 8',
  '{{x}}',
  '{{{y}}}',
  '</p></v><section>',
  '&amp;',
  '&',
  '<',
  '"',
  "'",
  '`=`',
  ': ',
  '- ',
  '[',
  '{',
  '%',
  '@',
  '|',
  '\\|',
  '\\',
  '*a*',
  '**b**',
  '***c***',
  '||',
  '!',
  '~',
  '?',
  ' / ',
  '\u00a0',
  '\u2011',
  '\u00ad',
  '😀',
  'ạ̣',
  'Ð',
  'ﬁ',
  '中文',
  'ع',
  '\u200b',
  '005',
];

const word = fc.constantFrom(...WORDS);
const sign = fc.constantFrom(...SIGNS);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const odd = fc
  .array(fc.oneof(sign, word), { minLength: 1, maxLength: 6 })
  .chain((pieces) => fc.constantFrom('', ' ').map((separator) => pieces.join(separator)));
const long = fc.oneof(
  fc.array(word, { minLength: 60, maxLength: 120 }).map((words) => words.join(' ')),
  fc.integer({ min: 40, max: 300 }).map((length) => 'Ươ'.repeat(length / 2)),
);

/** One line, as typed into a text field. */
const line = fc.oneof(
  { arbitrary: sentence, weight: 12 },
  { arbitrary: odd, weight: 5 },
  { arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map(oneLine), weight: 2 },
  { arbitrary: long, weight: 1 },
);

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}

const label = fc.constantFrom(
  ...['I. ', 'II. ', 'Phần I', 'Chương 2', 'Mục 1. ', 'Tiểu mục 1', 'Điều 1. ', 'Điều 8 Luật ', '1. ', '3. '],
  ...['1.1. ', '2.4. ', '1.1.1. ', '1/2 ngày, ', '2020 - 2025 ', 'a) ', 'đ) ', '- ', '– ', '• ', '+ ', '* '],
  ...['', '', '', '   ', '\t'],
);
const outlineLine = fc.tuple(label, line).map(([typed, text]) => typed + text);
const barRow = fc
  .array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 6 })
  .map((cells) => `| ${cells.join(' | ')} |`);
const tabRow = fc
  .array(fc.oneof(line, fc.constant('')), { minLength: 2, maxLength: 6 })
  .map((c) => c.join('\t'));
const tableOf = (row: fc.Arbitrary<string>) =>
  fc.array(row, { minLength: 1, maxLength: 5 }).map((rows) => rows.join('\n'));
const outline = fc
  .array(
    fc.oneof(
      { arbitrary: outlineLine, weight: 10 },
      { arbitrary: fc.constantFrom('', 'CHUNG', '*', '**x', '| a |'), weight: 1 },
      { arbitrary: tableOf(barRow), weight: 1 },
      { arbitrary: tableOf(tabRow), weight: 1 },
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((lines) => lines.join('\n'));

const date = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1990, max: 2060 }),
    )
    .chain(([day, month, year]) =>
      fc.constantFrom(`${day}/${month}/${year}`, `${month}/${year}`, `${year}`, `${day}-${month}-${year}`),
    ),
  fc.constantFrom('2024-09-12', '29/02/2024', '09/2024'),
);
const symbol = fc.oneof(
  fc.constantFrom('KH-LĐLĐ', 'KH-UBND', 'KH-CĐCS', 'QĐ-X&Y', 'KH - A', ''),
  odd.map(oneLine),
);
const reference = fc.tuple(fc.constantFrom('1', '05', '91', '1234'), symbol);

/** Facts as officials write them. */
const DEADLINES = [
  ...[
    'trước 10/3/2025',
    'chậm nhất vào ngày **10/12/2023**',
    'hoàn thành trong Quý I năm 2025',
    'Tháng 7/2025',
  ],
  ...['dự kiến nửa cuối tháng 5/2025', '6 tháng đầu năm 2025', 'trước 15 ngày so với ngày tổ chức', '15/4'],
];
const LIMITS = [
  'không quá 250',
  'từ 100 đến dưới 300: 70 %, không quá 200',
  'dưới 100: toàn thể',
  'khoảng 450',
];
const SHARES = ['không dưới 70 %', 'không quá 15% so với đại biểu chính thức', 'ít nhất 30,5 %'];
const MONEY = [
  '200 - 300 triệu đồng',
  'từ 150 triệu trở lên',
  '1,2 tỷ',
  '250.000.000 đồng',
  'khoảng 250 triệu',
];
const MOMENTS = [
  '08 giờ 00, thứ Năm, ngày 20/3/2025 (tức 21/2 âm lịch)',
  '7h30 ngày 20/3/2025',
  'tháng 5/2025',
];
const FILES = ['../kế hoạch 91.pdf'];

/** A value that a field takes; what is required is there. */
function arbitraryOf(field: FieldDefinition): fc.Arbitrary<Filled> {
  switch (field.type) {
    case 'choice':
      return fc.constantFrom(
        ...(field.choices ?? []).flatMap(({ value, label, aliases = [] }) => [value, label, ...aliases]),
      );
    case 'list': {
      const { minItems = field.required ? 1 : 0, maxItems = field.item?.type === 'group' ? 2 : 3 } =
        field.limits ?? {};
      return fc.array(arbitraryOf(field.item!), { minLength: minItems, maxLength: maxItems });
    }
    case 'group':
      return filled(field.fields ?? []);
    case 'reference': {
      const [number, sign] = partsOf(field).map((part) => part.label);
      return reference.chain(([so, kyHieu]) =>
        fc.constantFrom<Filled>(`${so}/${kyHieu}`, kyHieu, { [number!]: so, [sign!]: kyHieu }),
      );
    }
    case 'margins':
      return fc
        .tuple(...[20, 20, 30, 15].map((least) => fc.integer({ min: least, max: least + 5 })))
        .map((sides) => sides.join(' '));
    case 'date':
      return date;
    case 'number': {
      const { min = 0, max = 9999 } = field.limits ?? {};
      return fc.integer({ min, max }).map(String);
    }
    case 'text':
    case 'sentence':
      return line;
    case 'person': {
      const [name, office] = partsOf(field).map((part) => part.label);
      return fc
        .tuple(line, line)
        .chain(([who, what]) =>
          fc.constantFrom<Filled>(who, `${who}, ${what}`, { [name!]: who, [office!]: what }),
        );
    }
    case 'deadline':
      return fc.constantFrom(...DEADLINES);
    case 'limit':
      return fc.constantFrom(...LIMITS);
    case 'share':
      return fc.constantFrom(...SHARES);
    case 'money':
      return fc.constantFrom(...MONEY);
    case 'moment':
      return fc.constantFrom(...MOMENTS);
    case 'file':
      // There is no such file, which is an error of its own.
      return fc.constantFrom(...Array.from({ length: 9 }, () => undefined), ...FILES);
    case 'paragraph':
    case 'outline':
      return outline;
  }
}

/** Values for fields by their labels: what is not required is often left out. */
export function filled(
  fields: readonly FieldDefinition[],
): fc.Arbitrary<{ readonly [label: string]: Filled }> {
  const value = (field: FieldDefinition) =>
    field.required ? arbitraryOf(field) : fc.option(arbitraryOf(field), { nil: undefined });
  return fc.record(Object.fromEntries(fields.map((field) => [field.label, value(field)])));
}

/** Anything where a form is expected: wrong types, wrong keys, wrong figures, control characters, lone surrogates. */
export function spoiled(fields: readonly FieldDefinition[]): fc.Arbitrary<Filled> {
  const bad: fc.Arbitrary<Filled> = fc.oneof(
    fc.constantFrom(
      '31/2/2024',
      '005',
      '9a',
      'không',
      '-5',
      '2.5',
      'null',
      '',
      '&a *a',
      '\u0000',
      '\ud800',
      '\u0007x',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(line, { maxLength: 2 }),
    fc.dictionary(fc.oneof(line, fc.constantFrom('Nội dung', 'Số', 'kieu')), line, { maxKeys: 2 }),
  );
  const value = (field: FieldDefinition): fc.Arbitrary<Filled> =>
    fc.oneof({ arbitrary: arbitraryOf(field), weight: 4 }, { arbitrary: bad, weight: 1 });
  return fc
    .tuple(
      fc.record(
        Object.fromEntries(fields.map((field) => [field.label, fc.option(value(field), { nil: undefined })])),
      ),
      fc.dictionary(fc.oneof(line, fc.constantFrom('Trich yeuu', 'nơi_nhận', 'SO')), bad, { maxKeys: 2 }),
    )
    .map(([known, unknown]) => ({ ...known, ...unknown }));
}

export type Writing = 'plain' | 'quoted' | 'json';

/** The form as a file: texts as people type them, in quotes, or as JSON. */
export function writeForm(values: { readonly [label: string]: Filled }, writing: Writing): string {
  return writing === 'json'
    ? JSON.stringify(values, undefined, 1)
    : Object.entries(values)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => entry(key, value, '', writing))
        .join('');
}

function entry(key: string, value: Filled, indent: string, writing: Writing): string {
  return `${indent}${key}:${written(value, indent, writing)}`;
}

/** What stands after "key:" or "-", with the line end. */
function written(value: Filled, indent: string, writing: Writing): string {
  const inner = `${indent}  `;
  if (value === undefined) return '\n';
  if (typeof value === 'string') {
    if (writing === 'quoted') return ` ${JSON.stringify(value)}\n`;
    return value.includes('\n') ? ` |\n${value.replace(/^(?=.)/gm, inner)}\n` : ` ${value}\n`;
  }
  if (Array.isArray(value)) {
    const items = (value as readonly Filled[]).map((item) => `${inner}-${listItem(item, inner, writing)}`);
    return items.length === 0 ? ' []\n' : `\n${items.join('')}`;
  }
  const entries = Object.entries(value as { readonly [label: string]: Filled }).filter(
    ([, v]) => v !== undefined,
  );
  return `\n${entries.map(([key, v]) => entry(key, v, inner, writing)).join('')}`;
}

/** A group in a list begins on the line of its dash. */
function listItem(item: Filled, indent: string, writing: Writing): string {
  const text = written(item, indent, writing);
  return typeof item === 'object' && !Array.isArray(item) && text !== '\n'
    ? ` ${text.slice(1).trimStart()}`
    : text;
}
