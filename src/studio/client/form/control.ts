import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';

/** What the control of a field is given; label, help and problems stand around it. */
export interface ControlProps {
  readonly id: string;
  readonly field: FieldDefinition;
  readonly path: string;
  readonly value: FormValue | undefined;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
}

/** The same for every element that is typed in. */
export const ariaOf = ({ labelledBy, describedBy, isWrong }: Omit<ControlProps, 'value'>) => ({
  'aria-labelledby': labelledBy,
  ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
  ...(isWrong && { 'aria-invalid': true as const }),
});
