import { describe, expect, it } from 'vitest';
import type { FieldDefinition } from '../../src/form/field.js';
import { findLeftNames } from '../../src/form/left-names.js';
import { readTree } from '../../src/form/read-form.js';

const FIELDS: readonly FieldDefinition[] = [
  { key: 'co_quan_ban_hanh', label: 'Cơ quan ban hành', type: 'text', required: true },
  { key: 'trich_yeu', label: 'Trích yếu', type: 'text', required: true },
  { key: 'noi_dung', label: 'Nội dung', type: 'outline', required: true },
];

function placesIn(text: string): readonly string[] {
  const tree = readTree({ file: 'f.yaml', text }, FIELDS).value;
  if (tree === undefined) throw new Error('no tree');
  return findLeftNames({ file: 'f.yaml', text }, tree, FIELDS).flatMap(({ place, related = [] }) =>
    [place, ...related.map((one) => one.place)].map((one) =>
      one !== undefined && 'start' in one ? `${one.start}: ${text.slice(one.start, one.end)}` : 'nowhere',
    ),
  );
}

describe('a form that names its own agency beside the letterhead', () => {
  it('is told where, capitals too, but not of the field itself and of comments', () => {
    const text = [
      '# Kế hoạch của Công đoàn Viên chức tỉnh A',
      'Cơ quan ban hành: Công đoàn Viên chức tỉnh A # Công đoàn Viên chức tỉnh A',
      'Trích yếu: Hội nghị của CÔNG ĐOÀN VIÊN CHỨC TỈNH A',
      'Nội dung: |',
      '  Ban Thường vụ Công đoàn Viên chức tỉnh A xây dựng Kế hoạch như sau:',
      '',
    ].join('\n');
    const [first, second, ...others] = placesIn(text);
    expect(first).toBe(`${text.indexOf('CÔNG ĐOÀN')}: CÔNG ĐOÀN VIÊN CHỨC TỈNH A`);
    expect(second).toBe(`${text.lastIndexOf('Công đoàn')}: Công đoàn Viên chức tỉnh A`);
    expect(others).toEqual([]);
  });

  it.each([
    ['a form without an agency', 'Trích yếu: Hội nghị\nNội dung: Công đoàn\n'],
    ['a short name', 'Cơ quan ban hành: CĐCS\nNội dung: CĐCS tổ chức hội nghị\n'],
    [
      'a form that writes for any unit',
      'Cơ quan ban hành: Công đoàn xã An Hà\nNội dung: Công đoàn tổ chức\n',
    ],
  ])('%s has no such place', (_, text) => {
    expect(placesIn(text)).toEqual([]);
  });
});
