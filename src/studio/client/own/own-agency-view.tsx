import '../form/form.css';
import './own.css';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KindInfo, OwnAgency } from '../../protocol.js';
import { Field } from '../form/field.js';
import { type FormWork, FormWorkContext, fieldId } from '../form/form-context.js';
import { applyEdit, partOf } from '../form/form-edit.js';
import { createFormStore } from '../form/form-store.js';
import { ListBody } from '../form/list-field.js';
import { shareValues } from '../form/share-values.js';
import { type OwnSection, ownSections } from './own-fields.js';
import { agencyOf, shownValues } from './own-values.js';

export interface OwnAgencyViewProps {
  readonly own: OwnAgency;
  readonly kinds: readonly KindInfo[];
  readonly onChange: (own: OwnAgency) => void;
}

/** "Cơ quan của tôi": what every paper of the agency says, typed once. */
export function OwnAgencyView({ own, kinds, onChange }: OwnAgencyViewProps) {
  const prefix = useId();
  const [store] = useState(createFormStore);
  const sections = useMemo(() => ownSections(kinds), [kinds]);
  const last = useRef(shownValues(own));
  const values = useMemo(() => shareValues(last.current, shownValues(own)), [own]);
  const state = useRef({ own, onChange });
  const made = useRef(0);
  const shown = useRef(0);
  useLayoutEffect(() => {
    state.current = { own, onChange };
    shown.current = made.current;
  }, [own, onChange]);
  const work = useMemo(
    (): FormWork => ({
      prefix,
      store,
      Field,
      change: (edits) => {
        const { own: before, onChange: tell } = state.current;
        const changed = agencyOf(edits.reduce(applyEdit, shownValues(before)));
        // Of two edits in one turn the second sees what the first made.
        state.current = { own: changed, onChange: tell };
        last.current = shownValues(before);
        made.current += 1;
        tell(changed);
        return made.current;
      },
      reading: { shown: () => shown.current, shownElsewhere: () => 0, subscribe: () => () => {} },
      place: () => {},
      give: () => {},
      nearDate: () => undefined,
    }),
    [prefix, store],
  );
  return (
    <FormWorkContext value={work}>
      <div className="form-pane own-agency">
        <p className="own-lead">
          Ghi một lần; trang tự lưu trên máy này, văn bản mới sẽ có sẵn. Ô nào không có thì bỏ trống.
        </p>
        {sections.map((section, index) => (
          <fieldset key={section.title} className="form-section open">
            <legend>
              <h3 id={fieldId(work, `section-${index}`)}>{section.title}</h3>
            </legend>
            <div className="form-body">
              {section.help !== '' && <p className="form-help">{section.help}</p>}
              <OwnFields section={section} values={values} labelledBy={fieldId(work, `section-${index}`)} />
            </div>
          </fieldset>
        ))}
      </div>
    </FormWorkContext>
  );
}

function OwnFields({
  section,
  values,
  labelledBy,
}: {
  readonly section: OwnSection;
  readonly values: ReturnType<typeof shareValues>;
  readonly labelledBy: string;
}) {
  const [only] = section.fields;
  // The heading of a section is the label of its one list already.
  if (section.fields.length === 1 && only?.type === 'list')
    return <ListBody field={only} path={only.key} value={partOf(values, only.key)} labelledBy={labelledBy} />;
  return section.fields.map((field) => (
    <Field key={field.key} field={field} path={field.key} value={partOf(values, field.key)} />
  ));
}
