import { useEffect, useRef } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { focusField } from './focus-field.js';
import type { FieldProps } from './form-context.js';
import { fieldId, useOpenness, useWork } from './form-context.js';
import { isBlank, partOf } from './form-edit.js';
import { AddIcon } from './icons.js';
import { isExtra, OWN_WORDS } from './widget-of.js';

interface FieldListProps {
  readonly fields: readonly FieldDefinition[];
  /** The group that has them. */
  readonly value: FormValue | undefined;
  /** Of that group; "" for the form itself. */
  readonly path: string;
  /** Which of the fields are only offered while nothing is in them. */
  readonly isOffered?: (field: FieldDefinition) => boolean;
}

/** Fields one below the other; what most papers leave out is offered at the end. */
export function FieldList({ fields, value, path, isOffered = isExtra }: FieldListProps) {
  const { Field } = useWork();
  const extras = fields.filter(isOffered);
  const all = fields.map((field) => ({
    field,
    path: path === '' ? field.key : `${path}.${field.key}`,
    value: partOf(value, field.key),
  }));
  return (
    <>
      {all.map((props) =>
        extras.includes(props.field) ? (
          <ExtraField key={props.field.key} {...props} />
        ) : (
          <Field key={props.field.key} {...props} />
        ),
      )}
      {extras.length > 0 && (
        <div className="form-extras">
          {all
            .filter(({ field }) => extras.includes(field))
            .map((props) => (
              <ExtraOffer key={props.field.key} {...props} />
            ))}
        </div>
      )}
    </>
  );
}

/** Once shown it stays, also when it is emptied. */
function ExtraField(props: FieldProps) {
  const { store, Field } = useWork();
  const isSaid = !isBlank(props.value);
  const isShown = (useOpenness(props.path) ?? false) || isSaid;
  useEffect(() => {
    if (isSaid && store.openness(props.path) !== true) store.setOpen(props.path, true);
  }, [store, props.path, isSaid]);
  return isShown ? <Field {...props} /> : null;
}

function ExtraOffer({ field, path, value }: FieldProps) {
  const work = useWork();
  const isShown = (useOpenness(path) ?? false) || !isBlank(value);
  const wasClicked = useRef(false);
  useEffect(() => {
    if (!isShown || !wasClicked.current) return;
    wasClicked.current = false;
    focusField(fieldId(work, path));
  }, [isShown, work, path]);
  if (isShown) return null;
  return (
    <button
      type="button"
      className="form-extra"
      title={field.help}
      onClick={() => {
        wasClicked.current = true;
        work.store.setOpen(path, true);
      }}
    >
      <AddIcon />
      {field.key === OWN_WORDS ? 'Viết bằng lời của mình' : field.label}
    </button>
  );
}
