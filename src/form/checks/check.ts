import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Form } from '../form.js';

/** A check across fields: looks at a whole form and says what it finds. Parameters come from the kind. */
export interface FormCheck {
  /** The name by which a kind asks for it. */
  readonly name: string;
  /** The parameters that it needs; each is a path of a field, or several parted by commas, but for `words`. */
  readonly parameters: readonly string[];
  /** Parameters that it may have too. */
  readonly optional?: readonly string[];
  /** Parameters that are plain text. */
  readonly words?: readonly string[];
  readonly check: (form: Form, parameters: Readonly<Record<string, string>>) => readonly Diagnostic[];
}
