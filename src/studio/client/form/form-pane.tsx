import './form.css';
import { useEffect, useId, useMemo, useRef } from 'react';
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
import { isMany, type Section, sectionsOf } from './sections.js';
import { type FormText, useFormText } from './use-form-text.js';
import { useFormWork } from './use-form-work.js';
import { type Goal, useLead } from './use-lead.js';
import { usePaperTab } from './use-paper-tab.js';

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
  const { tab, choose, show } = usePaperTab(props, form, papers);
  const lead = useLead(work, show);
  useTarget(props, form, lead);
  const entries = [...sections.map(entryOf), ...(papers === undefined ? [] : paperEntries(papers, values))];
  const shared = sections.map((section) => (
    <SectionView
      key={section.id}
      section={section}
      values={valuesOf(section, values)}
      under=""
      isOneOfMany={isMany(sections)}
      tools={
        section.fields.some(({ key }) => key === 'co_quan_ban_hanh') ? (
          <OwnOffer own={own} kind={kind} kinds={kinds} values={values} />
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
              onGo={(path) => lead({ path, offset: 0 })}
            />
            <Fault form={form} />
            {papers === undefined ? (
              shared
            ) : (
              <PapersView
                kind={kind}
                kinds={kinds}
                list={papers}
                values={values}
                tab={tab}
                onTab={choose}
                shared={shared}
              />
            )}
          </div>
        </SignersContext>
      </GivenContext>
    </FormWorkContext>
  );
}

/** Leads to each target once, and not to one of before the pane was opened. */
function useTarget({ target, ledTurn }: FormPaneProps, form: FormText, lead: (goal: Goal) => void): void {
  const turn = useRef(ledTurn);
  useEffect(() => {
    if (target === undefined || target.turn === turn.current || target.path === '') return;
    turn.current = target.turn;
    lead({ path: form.now.current.shownPath(target.path), offset: target.offset });
  }, [target, lead, form]);
}

/** Why what is shown is not all that the file says, or what was typed is not in it. */
function Fault({ form: { shown, refusal } }: { readonly form: FormText }) {
  const words = shown.isBroken
    ? 'Chưa đọc được tệp biểu mẫu, nên các ô tạm để trống. Mở Dạng chữ, sửa chỗ được báo sai.'
    : refusal;
  return words === undefined ? null : (
    <p className="form-broken" role="alert">
      {words}
    </p>
  );
}

const entryOf = (section: Section): IndexEntry => ({
  path: sectionPath(section, ''),
  title: section.title,
  paths: section.fields.map(({ key }) => key),
});

/** The papers of a set in the index of its form. */
const paperEntries = ({ key }: FieldDefinition, values: FormGroup): readonly IndexEntry[] =>
  paperNames(itemsOf(values[key])).map((name, index) => ({
    path: `${key}.${index}`,
    title: name,
    paths: [`${key}.${index}`],
  }));
