import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from './field.js';
import { entryOf, saidBy, scalarOf } from './said.js';
import type { MapNode } from './tree.js';

/** The field that names whose paper it is. */
const ISSUER = 'co_quan_ban_hanh';
/** A shorter name may be a word. */
const SHORTEST = 8;
const MOST_PLACES = 5;

/**
 * Where a form names its own issuing agency outside that field, as a remark: under a table that changes the agency, the
 * papers of all units would name the form's. `text`: of the form, as its tree counts it.
 */
export function findLeftNames(
  { file, text }: { readonly file: string; readonly text: string },
  tree: MapNode,
  fields: readonly FieldDefinition[],
): readonly Diagnostic[] {
  const own = scalarOf(entryOf(saidBy(tree, file), fields, ISSUER)?.node);
  const name = own?.value.text.trim() ?? '';
  if (own === undefined || name.length < SHORTEST) return [];
  const places = occurrences(text, name).filter(
    (start) => (start < own.start || start > own.end) && !isInComment(text, start),
  );
  const [first, ...others] = places.map((start) => ({ file, start, end: start + name.length }));
  if (first === undefined) return [];
  return [
    {
      code: 'form/left-name',
      severity: 'warning',
      message: `Nội dung của biểu mẫu còn ghi "${name}", văn bản của đơn vị nào trong bảng cũng sẽ mang tên này`,
      place: first,
      related: others.slice(0, MOST_PLACES).map((place) => ({ place, message: 'và ở đây' })),
      actual: name,
      hints: [
        'Viết lại cho đúng với mọi đơn vị, như "Ban Thường vụ Công đoàn xây dựng Kế hoạch"',
        'Hoặc đưa phần đó thành một cột của bảng',
      ],
    },
  ];
}

/** Letters of a name may be capitals in a title. */
function occurrences(text: string, name: string): readonly number[] {
  const [all, wanted] = [text.toLowerCase(), name.toLowerCase()];
  // Letters that change their length would shift the places.
  if (all.length !== text.length || wanted.length !== name.length) return [];
  const found: number[] = [];
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length)) found.push(at);
  return found;
}

const isInComment = (text: string, at: number): boolean =>
  /(?:^|\s)#/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
