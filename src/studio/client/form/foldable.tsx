import { type ReactNode, useEffect, useState } from 'react';
import { fieldId, useHidden, useOpenness, useWork } from './form-context.js';
import { NextIcon } from './icons.js';
import { ProblemCount } from './problem-list.js';

interface FoldableProps {
  /** Of the group; a section of several fields has one of its own. */
  readonly path: string;
  readonly heading: ReactNode;
  /** What is in it, in few words, while it is folded. */
  readonly summary: string;
  readonly startsOpen: boolean;
  readonly className: string;
  /** Paths whose problems a folded group hides, where they are not below its own. */
  readonly paths?: readonly string[];
  readonly level?: 'section' | 'group';
  readonly children: ReactNode;
}

/** A group of fields that can be folded; what is folded is not drawn at all. */
export function Foldable(props: FoldableProps) {
  const { path, heading, summary, className, level = 'group', children } = props;
  const work = useWork();
  const [first] = useState(props.startsOpen);
  const isOpen = useOpenness(path) ?? first;
  const id = fieldId(work, path);
  const { store } = work;
  const held = props.paths?.join(' ');
  useEffect(() => {
    if (held !== undefined) store.holds(path, held.split(' '));
  }, [store, path, held]);
  const button = (
    <button
      type="button"
      id={`${id}-fold`}
      className="form-fold"
      aria-expanded={isOpen}
      aria-controls={`${id}-body`}
      onClick={() => store.setOpen(path, !isOpen)}
    >
      <NextIcon />
      <span>{heading}</span>
      {!isOpen && summary !== '' && <span className="form-summary">{summary}</span>}
      {!isOpen && <HiddenProblems paths={props.paths ?? [path]} />}
    </button>
  );
  return (
    <fieldset className={`${className} ${isOpen ? 'open' : 'folded'}`} data-path={path}>
      <legend>{level === 'section' ? <h3>{button}</h3> : button}</legend>
      <div id={`${id}-body`} className="form-body" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </fieldset>
  );
}

function HiddenProblems({ paths }: { readonly paths: readonly string[] }) {
  return paths.map((path) => <HiddenAt key={path} path={path} />);
}

function HiddenAt({ path }: { readonly path: string }) {
  return <ProblemCount hidden={useHidden(path)} />;
}
