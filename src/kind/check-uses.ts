import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from '../form/field.js';
import { partsOf } from '../form/key-table.js';
import type { Site } from '../template/template-value.js';
import { kindError, suggest } from './errors.js';
import type { FieldPlaces } from './read-fields.js';

/** Says which kind a form is of: nothing prints it. */
const KIND_FIELD = 'loai_van_ban';

/** A declared field by the path that a template names it by ("kem_theo.*.ten"); `field`: where it is declared. */
interface Declared {
  readonly field: FieldDefinition;
  readonly isLeaf: boolean;
  readonly unprinted: boolean;
}

/** Holds a kind's fields against what its template asks for: asked for but not declared; declared but never used. */
export function checkUses(
  fields: readonly FieldDefinition[],
  sites: readonly Site[],
  places: FieldPlaces,
): readonly Diagnostic[] {
  const declared = new Map<string, Declared>();
  for (const field of fields) declare(field, field.key, field, false, declared);
  const used = new Set(sites.map((site) => site.field));
  return [...undeclared(sites, declared), ...unused(declared, used, places)];
}

function declare(
  field: FieldDefinition,
  path: string,
  place: FieldDefinition,
  within: boolean,
  into: Map<string, Declared>,
): void {
  const parts = partsOf(field);
  const unprinted = within || field.unprinted === true;
  into.set(path, { field: place, isLeaf: parts.length === 0 && field.type !== 'list', unprinted });
  // The parts of a reference or of margins are code: they are declared where the field is.
  for (const part of parts)
    declare(part, `${path}.${part.key}`, field.type === 'group' ? part : place, unprinted, into);
  if (field.item) declare(field.item, `${path}.*`, field.item, unprinted, into);
}

function undeclared(sites: readonly Site[], declared: ReadonlyMap<string, Declared>): readonly Diagnostic[] {
  const unknown = new Map(
    sites.filter((site) => !declared.has(site.field)).map((site) => [site.field, site]),
  );
  // Of a list that is not declared, its items are not told again.
  const isTold = (field: string): boolean =>
    [...unknown.keys()].some((other) => field.startsWith(`${other}.`));
  return [...unknown.values()].flatMap(({ field, place }) => {
    if (isTold(field)) return [];
    const message = `Mẫu dùng trường "${field}" mà kind.yaml không khai báo`;
    return [kindError('undeclared-field', message, place, suggest(field, [...declared.keys()]))];
  });
}

function unused(
  declared: ReadonlyMap<string, Declared>,
  used: ReadonlySet<string>,
  places: FieldPlaces,
): readonly Diagnostic[] {
  return [...declared].flatMap(([path, { field, isLeaf, unprinted }]) => {
    if (!isLeaf || unprinted || used.has(path) || path === KIND_FIELD) return [];
    const message = `Trường "${field.label}" (${path}) được khai báo nhưng mẫu không dùng`;
    return [
      kindError(
        'unused-field',
        message,
        places.get(field)!,
        [
          'In trường này trong template.hbs, hoặc bỏ khai báo',
          'Thêm unprinted: true nếu trường chỉ để kiểm tra hoặc cho văn bản khác',
        ],
        'warning',
      ),
    ];
  });
}
