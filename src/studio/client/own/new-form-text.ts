import { editForm } from '../../../form/edit/edit-form.js';
import { applyChanges } from '../../../form/edit/text-change.js';
import type { KindInfo, OwnAgency } from '../../protocol.js';
import { editKindOf } from '../form/form-values.js';
import { newFormValues } from './own-values.js';

/** The form file of a new paper: its kind, and what "Cơ quan của tôi" knows; all else is for the form to ask. */
export function newFormText(kind: KindInfo, own: OwnAgency): string {
  const edited = editKindOf(kind);
  return Object.entries(newFormValues(own, kind)).reduce(
    (text, [path, value]) =>
      applyChanges(text, editForm(text, edited, [{ type: 'set', path, value }]).value ?? []),
    `Loại văn bản: ${kind.name}\n`,
  );
}
