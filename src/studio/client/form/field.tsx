import { memo } from 'react';
import type { FieldProps } from './form-context.js';
import { GroupField } from './group-field.js';
import { ListField } from './list-field.js';
import { SimpleField } from './simple-field.js';
import { widgetOf } from './widget-of.js';

/** A field of any type. */
export const Field = memo(function Field(props: FieldProps) {
  switch (widgetOf(props.field)) {
    case 'group':
      return <GroupField {...props} />;
    case 'lines':
    case 'rows':
    case 'grid':
    case 'cards':
      return <ListField {...props} />;
    default:
      return <SimpleField {...props} />;
  }
});
