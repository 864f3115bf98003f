import type { Diagnostic, Outcome } from '../../diagnostic/diagnostic.js';
import { labelOf } from '../labels.js';
import type { EditKind, FieldEdit } from './form-model.js';
import { emptyGroup, insertAt, moveAt, removeAt, setValue } from './set-values.js';
import type { TextChange } from './text-change.js';
import { changesOf } from './text-diff.js';
import { isNothing, typedValue } from './typed-values.js';
import { startWork, type Work } from './work.js';

/**
 * The smallest change of a form's text after which it says what the edits want, and else what it said: comments, order, white
 * space and the letters of all other values stay. Each step is read back before it is taken. Without a value nothing can be
 * done in the form's present state: a bracket is open, or something of another shape stands in the place. `kinds`: those
 * that a dossier's papers may be of.
 */
export function editForm(
  text: string,
  kind: EditKind,
  edits: readonly FieldEdit[],
  kinds: readonly EditKind[] = [],
): Outcome<readonly TextChange[]> {
  const work = startWork(text, kind, kinds);
  const old = work.model.text;
  const refused = edits.flatMap((edit) => (applyEdit(work, edit) ? [] : [refusal(kind, edit)]));
  if (refused.length > 0) return { diagnostics: refused };
  return { value: changesOf(old, work.pieces), diagnostics: [] };
}

function applyEdit(work: Work, edit: FieldEdit): boolean {
  if (work.model.isBroken) return false;
  switch (edit.type) {
    case 'set':
      return setValue(work, edit.path, edit.value) && (!isNothing(edit.value) || foldGroups(work, edit.path));
    case 'insert':
      return insertAt(work, edit.path, edit.index, edit.value);
    case 'remove':
      return removeAt(work, edit.path, edit.index);
    case 'move':
      return moveAt(work, edit.path, edit.from, edit.to);
  }
}

/**
 * A group that must say something once it is there, and of which nothing is left, loses its keys: else what was tried and
 * taken back would be asked for. With a comment in it, it stays.
 */
function foldGroups(work: Work, path: string): boolean {
  for (let at = path; at.includes('.'); ) {
    at = at.slice(0, at.lastIndexOf('.'));
    const group = work.model.find(at);
    if (group?.field.type !== 'group' || group.node?.type !== 'map' || !isNothing(typedValue(group))) break;
    const asks = !group.field.required && group.parts.some(({ field }) => field.required);
    const { from, to } = group.range!;
    if (asks && group.slot?.isItem === false && !work.model.text.slice(from, to).includes('#'))
      emptyGroup(work, group);
  }
  return true;
}

function refusal(kind: EditKind, { path }: FieldEdit): Diagnostic {
  const label = labelOf(kind.fields, path);
  return {
    code: 'form/cannot-edit',
    severity: 'error',
    message: `Không ghi được "${label}" vào tệp biểu mẫu, vì chỗ đó trong tệp đang viết chưa đúng mẫu`,
    field: label,
    hints: ['Sửa chỗ đó ở khung chữ của tệp trước'],
  };
}
