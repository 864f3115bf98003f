import { RadioInput, SelectInput } from './choice-input.js';
import type { ControlProps } from './control.js';
import { DateInput } from './date-input.js';
import { FileInput } from './file-input.js';
import { LineInput } from './line-input.js';
import { OutlineField } from './outline-field.js';
import { PartsInput } from './parts-input.js';
import { ProseInput } from './prose-input.js';
import { widgetOf } from './widget-of.js';

/** The control of a field that is typed or chosen in one place; lists and groups are drawn around such. */
export function Control({ isTight, ...props }: ControlProps & { readonly isTight?: boolean }) {
  switch (widgetOf(props.field)) {
    case 'prose':
      return <ProseInput {...props} />;
    case 'outline':
      return <OutlineField {...props} />;
    case 'line':
      return <LineInput {...props} isTight={isTight === true} />;
    case 'date':
      return <DateInput {...props} />;
    case 'radios':
      return isTight ? <SelectInput {...props} /> : <RadioInput {...props} />;
    case 'select':
      return <SelectInput {...props} />;
    case 'parts':
      return <PartsInput {...props} />;
    case 'file':
      return <FileInput {...props} />;
    case 'lines':
    case 'rows':
    case 'grid':
    case 'cards':
    case 'group':
      return null;
  }
}
