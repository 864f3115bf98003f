import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Form } from '../form.js';

/** A check across fields: looks at a whole form and says what it finds. Parameters come from the kind. */
export interface FormCheck {
  /** The name by which a kind asks for it. */
  readonly name: string;
  /** The parameters that it needs; all are paths of fields or plain text. */
  readonly parameters: readonly string[];
  readonly check: (form: Form, parameters: Readonly<Record<string, string>>) => readonly Diagnostic[];
}
