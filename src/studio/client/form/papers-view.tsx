import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import type { KindInfo } from '../../protocol.js';
import { FieldList } from './field-list.js';
import { Foldable } from './foldable.js';
import { fieldId, useHidden, useWork } from './form-context.js';
import { type FormGroup, isBlank, itemsOf, partOf, textOf } from './form-edit.js';
import { AddIcon } from './icons.js';
import { KIND_KEY, kindNamed, mainPaper, paperFields, paperNames } from './papers.js';
import { ProblemCount } from './problem-list.js';
import { SectionView, valuesOf } from './section-view.js';
import { isMany, sectionsOf } from './sections.js';
import { type Items, useItems } from './use-items.js';

interface PapersViewProps {
  readonly kind: KindInfo;
  readonly kinds: readonly KindInfo[];
  readonly list: FieldDefinition;
  readonly values: FormGroup;
  /** 0 for what the papers share, then the papers. */
  readonly tab: number;
  readonly onTab: (tab: number) => void;
  readonly shared: ReactNode;
}

/** A set of papers: what they share, and each paper with the fields of its kind, as tabs. */
export function PapersView(props: PapersViewProps) {
  const { kinds, list, values, onTab } = props;
  const work = useWork();
  const items = useItems(list, list.key, values[list.key]);
  const papers = itemsOf(values[list.key]);
  const tab = Math.min(props.tab, papers.length);
  const id = fieldId(work, list.key);
  const main = mainPaper(
    list.item ?? list,
    papers.map((paper) => textOf(partOf(paper, 'cach_gui'))),
  );
  const names = ['Phần dùng chung', ...paperNames(papers)];
  const paper = papers[tab - 1];
  return (
    <>
      <div className="form-tabs">
        <Tabs id={id} names={names} tab={tab} onTab={onTab} list={list.key} />
        <button
          ref={items.adder}
          type="button"
          className="form-add"
          onClick={() => {
            items.add();
            onTab(papers.length + 1);
          }}
        >
          <AddIcon />
          Thêm văn bản
        </button>
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-tab-${tab}`} className="form-tab-panel">
        {paper === undefined ? (
          props.shared
        ) : (
          <PaperView
            key={items.ids[tab - 1]}
            set={props.kind}
            kinds={kinds}
            list={list}
            paper={paper}
            index={tab - 1}
            isMain={tab - 1 === main}
            tools={<PaperTools items={items} index={tab - 1} name={names[tab] ?? ''} onTab={onTab} />}
          />
        )}
      </div>
    </>
  );
}

interface TabsProps extends Pick<PapersViewProps, 'tab' | 'onTab'> {
  readonly id: string;
  readonly names: readonly string[];
  /** The key of the list of papers. */
  readonly list: string;
}

function Tabs({ id, names, tab, onTab, list }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: tab + 1,
      ArrowLeft: tab - 1,
      Home: 0,
      End: names.length - 1,
    };
    const next = event.altKey ? undefined : steps[event.key];
    if (next === undefined || names[next] === undefined) return;
    event.preventDefault();
    onTab(next);
    document.getElementById(`${id}-tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Các văn bản" className="form-tab-list" onKeyDown={onKeyDown}>
      {names.map((name, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a tab is its place.
          key={index}
          type="button"
          role="tab"
          id={`${id}-tab-${index}`}
          aria-selected={index === tab}
          aria-controls={`${id}-panel`}
          tabIndex={index === tab ? 0 : -1}
          onClick={() => onTab(index)}
        >
          {name}
          {index > 0 && <CountAt path={`${list}.${index - 1}`} />}
        </button>
      ))}
    </div>
  );
}

function CountAt({ path }: { readonly path: string }) {
  return <ProblemCount hidden={useHidden(path)} />;
}

interface PaperToolsProps extends Pick<PapersViewProps, 'onTab'> {
  readonly items: Items;
  readonly index: number;
  readonly name: string;
}

function PaperTools({ items, index, name, onTab }: PaperToolsProps) {
  const move = (to: number): void => {
    items.move(index, to);
    onTab(to + 1);
  };
  return (
    <div className="form-paper-tools">
      <button type="button" className="form-extra" disabled={index === 0} onClick={() => move(index - 1)}>
        Chuyển lên trước
      </button>
      <button
        type="button"
        className="form-extra"
        disabled={index === items.items.length - 1}
        onClick={() => move(index + 1)}
      >
        Chuyển ra sau
      </button>
      <button
        type="button"
        className="form-extra"
        onClick={() => {
          items.duplicate(index);
          onTab(index + 2);
        }}
      >
        Chép thêm
      </button>
      <button
        type="button"
        className="form-extra"
        aria-label={`Bỏ văn bản này: ${name}`}
        onClick={() => {
          items.remove(index);
          onTab(index);
        }}
      >
        Bỏ văn bản này
      </button>
    </div>
  );
}

interface PaperViewProps {
  readonly set: KindInfo;
  readonly kinds: readonly KindInfo[];
  readonly list: FieldDefinition;
  readonly paper: FormValue;
  readonly index: number;
  readonly isMain: boolean;
  readonly tools: ReactNode;
}

function PaperView({ set, kinds, list, paper, index, isMain, tools }: PaperViewProps) {
  const work = useWork();
  const path = `${list.key}.${index}`;
  const kind = kindNamed(kinds, textOf(partOf(paper, KIND_KEY)));
  const { about, own, shared } = useMemo(
    () => paperFields(set, list.item ?? list, kind, isMain, kinds),
    [set, list, kind, isMain, kinds],
  );
  const sections = useMemo(() => sectionsOf(own), [own]);
  const otherwise = shared.filter(({ key }) => !isBlank(partOf(paper, key))).length;
  return (
    <div id={fieldId(work, path)} className="form-paper">
      {tools}
      <fieldset className="form-section open">
        <legend className="only-heard">Văn bản {index + 1}</legend>
        <div className="form-body">
          <FieldList fields={about} value={paper} path={path} />
        </div>
      </fieldset>
      {kind === undefined && <p className="form-small">Chọn loại văn bản để có các ô của loại ấy.</p>}
      {sections.map((section) => (
        <SectionView
          key={section.id}
          section={section}
          values={valuesOf(section, paper)}
          under={`${path}.`}
          isOneOfMany={isMany(sections)}
        />
      ))}
      {shared.length > 0 && (
        <Foldable
          path={`${path}#`}
          level="section"
          heading="Điều dùng chung, ghi khác cho riêng văn bản này"
          summary={otherwise === 0 ? 'theo phần dùng chung' : `ghi khác ${otherwise} ô`}
          startsOpen={otherwise > 0}
          className="form-section"
          paths={shared.map(({ key }) => `${path}.${key}`)}
        >
          <FieldList fields={shared} value={paper} path={path} />
        </Foldable>
      )}
    </div>
  );
}
