import { useContext } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { partsOf } from '../../../form/key-table.js';
import { FieldList } from './field-list.js';
import { helpOf, LabelWords, ProblemsAt } from './field-parts.js';
import { Foldable } from './foldable.js';
import type { FieldProps } from './form-context.js';
import { SignersContext } from './form-context.js';
import { isBlank } from './form-edit.js';
import { isNamed, SignerChoice } from './signer-choice.js';
import { summaryOf } from './summary.js';

/** A group of fields, folded while nothing is in it and nothing need be. */
export function GroupField(props: FieldProps) {
  const { field, path, value } = props;
  return (
    <Foldable
      path={path}
      heading={<LabelWords field={field} />}
      summary={isBlank(value) ? 'chưa ghi' : summaryOf(value)}
      startsOpen={!isBlank(value) || field.required}
      className="form-group"
    >
      <GroupBody {...props} />
    </Foldable>
  );
}

/** What is in a group, without its frame. */
export function GroupBody({ field, path, value }: FieldProps) {
  const help = helpOf(field);
  return (
    <>
      {help !== '' && <p className="form-help">{help}</p>}
      <ProblemsAt path={path} />
      <SignerTools field={field} path={path} value={value} />
      <FieldList fields={partsOf(field)} value={value} path={path} />
    </>
  );
}

/** A signature may be one of those that "Cơ quan của tôi" knows. */
function SignerTools({
  field,
  path,
}: {
  readonly field: FieldDefinition;
  readonly path: string;
  readonly value: FormValue | undefined;
}) {
  const signers = useContext(SignersContext);
  if (field.key !== 'nguoi_ky' || !signers.some(isNamed)) return null;
  return <SignerChoice path={path} signers={signers} />;
}
