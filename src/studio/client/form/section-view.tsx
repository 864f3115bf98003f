import { memo, type ReactNode } from 'react';
import type { FormValue } from '../../../form/form.js';
import { Field } from './field.js';
import { FieldList } from './field-list.js';
import { LabelWords } from './field-parts.js';
import { Foldable } from './foldable.js';
import { fieldId, useWork } from './form-context.js';
import { isBlank, partOf } from './form-edit.js';
import { GroupBody } from './group-field.js';
import { ListBody } from './list-field.js';
import { isSeldom, type Section } from './sections.js';
import { summaryOf } from './summary.js';
import { widgetOf } from './widget-of.js';

interface SectionViewProps {
  readonly section: Section;
  /** Of the fields, in their order: of what others say the section is not drawn again. */
  readonly values: readonly (FormValue | undefined)[];
  /** Before the keys of its fields: "van_ban.1." */
  readonly under: string;
  /** One of so many that only what must be filled in is open at first. */
  readonly isOneOfMany: boolean;
  /** At the head of the section. */
  readonly tools?: ReactNode;
}

/** The path by which a section is folded: its field's, or for a run of single fields one of its own. */
export const sectionPath = (section: Section, under: string): string =>
  section.isField ? under + section.id : `${under}${section.id}#`;

export const SectionView = memo(
  function SectionView({ section, values, under, isOneOfMany, tools }: SectionViewProps) {
    const work = useWork();
    const [field] = section.fields;
    if (field === undefined) return null;
    const path = sectionPath(section, under);
    const blank = values.every(isBlank);
    const written = values.filter((value) => !isBlank(value)).length;
    const summary = blank ? 'chưa ghi' : section.isField ? summaryOf(values[0]) : `đã ghi ${written} ô`;
    return (
      <Foldable
        path={path}
        level="section"
        heading={section.isField ? <LabelWords field={field} /> : section.title}
        summary={summary}
        startsOpen={
          section.fields.some(({ required }) => required) || !(section.isRare || blank || isOneOfMany)
        }
        className="form-section"
        paths={section.fields.map(({ key }) => under + key)}
      >
        {tools}
        {section.isField ? (
          <SectionField
            section={section}
            value={values[0]}
            path={path}
            labelledBy={`${fieldId(work, path)}-fold`}
          />
        ) : (
          <FieldList
            fields={section.fields}
            value={asGroup(section, values)}
            path={under.slice(0, -1)}
            isOffered={isSeldom}
          />
        )}
      </Foldable>
    );
  },
  (one, other) =>
    one.section === other.section &&
    one.under === other.under &&
    one.isOneOfMany === other.isOneOfMany &&
    one.tools === other.tools &&
    one.values.length === other.values.length &&
    one.values.every((value, index) => value === other.values[index]),
);

/** The one field of a section, whose label is the heading already. */
function SectionField({
  section,
  value,
  path,
  labelledBy,
}: {
  readonly section: Section;
  readonly value: FormValue | undefined;
  readonly path: string;
  readonly labelledBy: string;
}) {
  const field = section.fields[0]!;
  switch (widgetOf(field)) {
    case 'group':
      return <GroupBody field={field} path={path} value={value} />;
    case 'lines':
    case 'rows':
    case 'grid':
    case 'cards':
      return <ListBody field={field} path={path} value={value} labelledBy={labelledBy} />;
    default:
      return <Field field={field} path={path} value={value} headedBy={labelledBy} />;
  }
}

const asGroup = ({ fields }: Section, values: readonly (FormValue | undefined)[]): FormValue =>
  Object.fromEntries(fields.map(({ key }, index) => [key, values[index] ?? '']));

/** The values of a section's fields in a group. */
export const valuesOf = (section: Section, value: FormValue): readonly (FormValue | undefined)[] =>
  section.fields.map(({ key }) => partOf(value, key));
