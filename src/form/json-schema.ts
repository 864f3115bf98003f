import type { FieldDefinition, KindFields } from './field.js';
import { MARGIN_PARTS, PERSON_PARTS, partsOf, REFERENCE_PARTS, shorthandOf } from './key-table.js';
import { examplesOf } from './types/fact-examples.js';

/** JSON, as a schema is. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An editor reads "05" as text but 5 as a number, and "Lưu: VT" in a list as an object: all these are text to us. */
const TEXT_TYPES = ['string', 'number', 'boolean', 'null'];
const ITEM_TYPES = [...TEXT_TYPES, 'object'];

/**
 * The JSON Schema (draft-07, which editors know best) of a kind's form, for completion and hints while typing. It asks less
 * than `readForm` does: a key may be written in other ways than its label, so none is required and none is forbidden.
 */
export function jsonSchema(kind: KindFields): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Biểu mẫu: ${kind.name}`,
    type: 'object',
    properties: properties(kind.fields, kind),
    additionalProperties: true,
  };
}

function properties(fields: readonly FieldDefinition[], kind?: KindFields): Json {
  const own = fields.map((field): [string, Json] => [field.label, describe(field, kind)]);
  const beside = fields.some((field) => field.type === 'reference') ? REFERENCE_PARTS : [];
  const labels = new Set(own.map(([label]) => label));
  const parts = beside
    .filter((part) => !labels.has(part.label))
    .map((part): [string, Json] => [part.label, describe(part)]);
  return Object.fromEntries([...own, ...parts]);
}

function describe(field: FieldDefinition, kind?: KindFields): Json {
  const description = [field.help, field.required ? '(Bắt buộc)' : undefined].filter(Boolean).join(' ');
  return {
    title: field.label,
    ...(description !== '' && { description }),
    ...(field.example !== undefined && {
      examples: [field.type === 'list' ? [field.example] : field.example],
    }),
    ...(field.default !== undefined && { default: field.default }),
    ...shapeOf(field, kind),
  };
}

function shapeOf(field: FieldDefinition, kind?: KindFields): { readonly [key: string]: Json } {
  switch (field.type) {
    case 'text':
      if (kind !== undefined && field.key === 'loai_van_ban')
        return { enum: [kind.name, ...(kind.aliases ?? []), kind.slug] };
      return { type: TEXT_TYPES };
    case 'paragraph':
    case 'outline':
    case 'number':
    case 'sentence':
      return { type: TEXT_TYPES };
    case 'deadline':
    case 'limit':
    case 'share':
    case 'money':
    case 'moment':
    case 'file': {
      const own = field.example === undefined ? [] : [field.example];
      return { type: TEXT_TYPES, examples: [...new Set([...own, ...examplesOf(field.type)])] };
    }
    case 'date':
      return { type: TEXT_TYPES, examples: ['12/9/2024', '9/2024', '2024'] };
    case 'choice':
      return { anyOf: [{ enum: (field.choices ?? []).flatMap(choiceTexts) }, { type: TEXT_TYPES }] };
    case 'list':
      return listShape(field);
    case 'group': {
      const object = { type: 'object', properties: properties(partsOf(field)), additionalProperties: true };
      const bare = shorthandOf(field);
      return bare === undefined ? object : { anyOf: [object, shapeOf(bare), { type: 'null' }] };
    }
    case 'reference':
      return { anyOf: [{ type: TEXT_TYPES }, { type: 'object', properties: properties(REFERENCE_PARTS) }] };
    case 'person':
      return { anyOf: [{ type: TEXT_TYPES }, { type: 'object', properties: properties(PERSON_PARTS) }] };
    case 'margins':
      return { anyOf: [{ type: TEXT_TYPES }, { type: 'object', properties: properties(MARGIN_PARTS) }] };
  }
}

/** What an editor offers: the label, which is what people write; and the figure where the label is one. */
const choiceTexts = ({ label }: { readonly label: string }): Json[] =>
  /^\d+$/.test(label) ? [label, Number(label)] : [label];

function listShape(field: FieldDefinition): { readonly [key: string]: Json } {
  const item = field.item;
  const items = item === undefined || item.type === 'group' ? shapeOf(item ?? field) : { type: ITEM_TYPES };
  const list = { type: 'array', items: item === undefined ? {} : items };
  return { anyOf: field.separator === undefined ? [list, { type: 'null' }] : [list, { type: TEXT_TYPES }] };
}
