import './form.css';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormPaneProps } from '../panes.js';
import { findFields } from './find-fields.js';
import { Finder, type IndexEntry } from './finder.js';
import { FormWorkContext, fieldId, GivenContext, SignersContext } from './form-context.js';
import { type FormGroup, itemsOf } from './form-edit.js';
import { goUp } from './go-up.js';
import { OwnOffer } from './own-offer.js';
import { paperNames, papersField, shownFields } from './papers.js';
import { PapersView } from './papers-view.js';
import { SectionView, sectionPath, valuesOf } from './section-view.js';
import { isMany, sectionsOf } from './sections.js';
import { useFormText } from './use-form-text.js';
import { useFormWork } from './use-form-work.js';
import { useLead } from './use-lead.js';

/** The form of a paper, drawn from the fields of its kind. What is typed is shown at once; the rest follows when there is time. */
export function FormPane(props: FormPaneProps) {
  const { kind, kinds, own, given } = props;
  const prefix = useId();
  const form = useFormText(props);
  const work = useFormWork(props, form, prefix);
  const { values } = form.shown;
  const fields = useMemo(() => shownFields(kind), [kind]);
  const sections = useMemo(() => sectionsOf(fields), [fields]);
  const papers = papersField(kind);
  const [tab, setTab] = useState(0);
  const lead = useLead(work, (path) => {
    if (papers === undefined) return;
    const [key, index] = path.split('.');
    setTab(key === papers.key && index !== undefined ? Number(index) + 1 : 0);
  });
  const { target } = props;
  const turn = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (target === undefined || target.turn === turn.current || target.path === '') return;
    turn.current = target.turn;
    lead({ ...target, path: form.now.current.shownPath(target.path) });
  }, [target, lead, form]);
  const entries = [
    ...sections.map((section) => ({
      path: sectionPath(section, ''),
      title: section.title,
      paths: section.fields.map(({ key }) => key),
    })),
    ...(papers === undefined ? [] : paperEntries(papers, values)),
  ];
  const shared = sections.map((section) => (
    <SectionView
      key={section.id}
      section={section}
      values={valuesOf(section, values)}
      under=""
      isOneOfMany={isMany(sections)}
      tools={
        section.fields.some(({ key }) => key === 'co_quan_ban_hanh') ? (
          <OwnOffer own={own} kind={kind} values={values} />
        ) : undefined
      }
    />
  ));
  return (
    <FormWorkContext value={work}>
      <GivenContext value={given}>
        <SignersContext value={own.signers}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape leads out of what is deep in the form. */}
          <div className="form-pane" id={fieldId(work, '')} onKeyDown={goUp}>
            <Finder
              entries={entries}
              find={(words) => findFields(kind.fields, form.now.current.values, words)}
              onGo={(path) => lead({ path, offset: 0, turn: -1 })}
            />
            {form.refusal !== undefined && !form.shown.isBroken && (
              <p className="form-broken" role="alert">
                {form.refusal}
              </p>
            )}
            {form.shown.isBroken && (
              <p className="form-broken" role="alert">
                Chưa đọc được tệp biểu mẫu, nên các ô tạm để trống. Sửa ở ô văn bản, chỗ được báo sai.
              </p>
            )}
            {papers === undefined ? (
              shared
            ) : (
              <PapersView
                kind={kind}
                kinds={kinds}
                list={papers}
                values={values}
                tab={tab}
                onTab={setTab}
                shared={shared}
              />
            )}
          </div>
        </SignersContext>
      </GivenContext>
    </FormWorkContext>
  );
}

/** The papers of a set in the index of its form. */
const paperEntries = ({ key }: FieldDefinition, values: FormGroup): readonly IndexEntry[] =>
  paperNames(itemsOf(values[key])).map((name, index) => ({
    path: `${key}.${index}`,
    title: name,
    paths: [`${key}.${index}`],
  }));
