import type { Diagnostic, TextPlace } from '../diagnostic/diagnostic.js';
import type { Choice, FieldDefinition } from '../form/field.js';
import { REFERENCE_PARTS } from '../form/key-table.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { kindError } from './errors.js';
import type { FieldPlaces } from './read-fields.js';

const KEY = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

/** Checks fields that stand beside one another, and those inside them: names, and what each type needs. */
export function checkFields(fields: readonly FieldDefinition[], places: FieldPlaces): readonly Diagnostic[] {
  return [
    ...nameClashes(fields, places),
    ...fields.flatMap((field) => [
      ...checkNames(field, places.get(field)!),
      ...checkParts(field, places.get(field)!),
      ...checkFields([...(field.fields ?? []), ...(field.item ? [field.item] : [])], places),
    ]),
  ];
}

/** A form is read without regard to case, accents and dashes: two fields may not be called alike then. */
function nameClashes(fields: readonly FieldDefinition[], places: FieldPlaces): readonly Diagnostic[] {
  const owners = new Map<string, FieldDefinition>();
  const found: Diagnostic[] = [];
  for (const field of fields) {
    for (const name of namesOf(field)) {
      const folded = foldKey(name);
      const owner = owners.get(folded);
      if (owner === undefined) owners.set(folded, field);
      else if (owner !== field) {
        const message = `Hai trường cùng đọc là "${folded}": "${owner.label}" và "${field.label}"`;
        const clash = kindError('duplicate-name', message, places.get(field)!, [
          `Đổi khóa, nhãn hoặc tên khác của một trong hai trường`,
        ]);
        found.push({
          ...clash,
          related: [{ place: places.get(owner)!, message: `"${owner.label}" được khai báo ở đây` }],
        });
        break;
      }
    }
  }
  return found;
}

const namesOf = (field: FieldDefinition): readonly string[] => [
  field.key,
  field.label,
  ...(field.aliases ?? []),
  ...(field.type === 'reference' ? REFERENCE_PARTS.flatMap((part) => [part.key, part.label]) : []),
];

function checkNames({ key, label, aliases = [] }: FieldDefinition, place: TextPlace): readonly Diagnostic[] {
  if (key === '' || label === '') return [];
  if (!KEY.test(key)) {
    const hints = [`Viết chữ thường không dấu, nối bằng "_": ${foldKey(key) || 'ten_truong'}`];
    return [kindError('bad-value', `Khóa "${key}" không đúng dạng`, place, hints)];
  }
  const folded = foldKey(label);
  if (folded === key || aliases.some((alias) => foldKey(alias) === folded)) return [];
  const hints = [`Đổi khóa thành ${folded}, hoặc thêm aliases: [${folded}]`];
  return [
    kindError('label-not-key', `Nhãn "${label}" đọc ra "${folded}", không phải khóa "${key}"`, place, hints),
  ];
}

function checkParts(field: FieldDefinition, place: TextPlace): readonly Diagnostic[] {
  switch (field.type) {
    case 'choice':
      return field.choices
        ? choiceFaults(field, field.choices, place)
        : [lacks(field, 'no-choices', 'choices', place)];
    case 'list':
      return field.item ? [] : [lacks(field, 'missing-key', 'item', place)];
    case 'group':
      return field.fields?.length
        ? shorthandFaults(field, place)
        : [lacks(field, 'missing-key', 'fields', place)];
    default:
      return [];
  }
}

const lacks = (
  field: FieldDefinition,
  code: 'no-choices' | 'missing-key',
  key: string,
  place: TextPlace,
): Diagnostic =>
  kindError(code, `Trường "${field.label}" kiểu ${field.type} thiếu "${key}"`, place, [
    `Thêm ${key}: vào trường này`,
  ]);

function shorthandFaults(field: FieldDefinition, place: TextPlace): readonly Diagnostic[] {
  const keys = (field.fields ?? []).map((inner) => inner.key);
  if (field.shorthand === undefined || keys.includes(field.shorthand)) return [];
  const message = `Trường "${field.label}" không có trường con "${field.shorthand}" để viết tắt`;
  return [kindError('bad-value', message, place, [`Dùng một trong: ${keys.join(', ')}`])];
}

function choiceFaults(
  field: FieldDefinition,
  choices: readonly Choice[],
  place: TextPlace,
): readonly Diagnostic[] {
  const owners = new Map<string, Choice>();
  const found: Diagnostic[] = [];
  for (const choice of choices) {
    for (const name of [choice.value, choice.label, ...(choice.aliases ?? [])]) {
      // "./." folds to nothing: marks are told apart as they stand.
      const folded = foldKey(name) || name;
      const owner = owners.get(folded) ?? choice;
      owners.set(folded, owner);
      if (owner === choice) continue;
      const message = `Hai lựa chọn của "${field.label}" cùng đọc là "${folded}": "${owner.label}" và "${choice.label}"`;
      found.push(kindError('duplicate-name', message, place, ['Đổi tên một trong hai lựa chọn']));
    }
  }
  if (field.default !== undefined && !owners.has(foldKey(field.default) || field.default)) {
    const message = `Giá trị mặc định "${field.default}" của "${field.label}" không phải một lựa chọn`;
    found.push(
      kindError('bad-value', message, place, [`Dùng một trong: ${choices.map((c) => c.label).join(', ')}`]),
    );
  }
  return found;
}
