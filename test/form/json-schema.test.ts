import { describe, expect, it } from 'vitest';
import { jsonSchema } from '../../src/form/json-schema.js';
import { PLAN } from './plan-fields.js';

interface Schema {
  readonly properties: Readonly<Record<string, Record<string, unknown>>>;
  readonly required?: unknown;
  readonly additionalProperties: unknown;
}

describe('the JSON Schema of a kind', () => {
  const schema = jsonSchema(PLAN) as unknown as Schema;

  it('names the fields as people write them, with the parts of the reference', () => {
    expect(Object.keys(schema.properties).slice(0, 7)).toEqual([
      'Loại văn bản',
      'Cơ quan chủ quản',
      'Cơ quan ban hành',
      'Số, ký hiệu',
      'Địa danh',
      'Ngày ban hành',
      'Trích yếu',
    ]);
    expect(schema.properties).toHaveProperty('Số');
    expect(schema.properties).toHaveProperty('Ký hiệu');
  });
  it('forbids and requires no key, as keys may be written in other ways', () => {
    expect(schema.additionalProperties).toBe(true);
    expect(schema.required).toBeUndefined();
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
  });
  it('says what is required, shows examples and choices', () => {
    expect(schema.properties['Trích yếu']).toMatchObject({
      description: '(Bắt buộc)',
      examples: ['Tổ chức Hội nghị'],
    });
    expect(schema.properties['Loại văn bản']).toMatchObject({ enum: ['Kế hoạch', 'plan'] });
    expect(JSON.stringify(schema.properties['Thụt đầu dòng'])).toContain('"enum":["1 cm","1,27 cm"]');
    expect(JSON.stringify(schema.properties['Kèm theo'])).toContain(
      '"enum":["phụ lục","gửi kèm","biểu mẫu"]',
    );
  });
  it('takes what YAML makes of a recipient with a colon and of bare numbers', () => {
    expect(JSON.stringify(schema.properties['Nơi nhận'])).toContain(
      '"items":{"type":["string","number","boolean","null","object"]}',
    );
    expect(JSON.stringify(schema.properties['Số'])).toContain('"number"');
  });
});
