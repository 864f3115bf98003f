import type { FieldDefinition } from '../../../form/field.js';
import { fieldId, useProblems, useWork } from './form-context.js';
import { ProblemList } from './problem-list.js';
import type { Items } from './use-items.js';

/** A list as its items are drawn. */
export interface ShownList {
  readonly field: FieldDefinition;
  readonly path: string;
  readonly list: Items;
  readonly labelledBy: string;
}

export function ProblemsAt({ path }: { readonly path: string }) {
  const work = useWork();
  return <ProblemList id={`${fieldId(work, path)}-problems`} problems={useProblems(path)} />;
}

export function LabelWords({ field }: { readonly field: FieldDefinition }) {
  return (
    <>
      {field.label}
      {field.required && <span className="form-required"> cần có</span>}
    </>
  );
}

/** The help of a field, with the kind's example where the help has none. */
export function helpOf({ help = '', example, type, choices }: FieldDefinition): string {
  const [first = ''] = (example ?? '').split('\n');
  if (first === '' || choices !== undefined || type === 'list' || help.includes(first)) return help;
  return `${help}${help === '' ? '' : ' '}Ví dụ: ${first}`;
}
