import { type ComponentType, createContext, useContext, useSyncExternalStore } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import type { NamedFile, OwnAgency, Problem } from '../../protocol.js';
import type { FormEdit } from './form-edit.js';
import type { FormStore, Target } from './form-store.js';

export interface FieldProps {
  readonly field: FieldDefinition;
  readonly path: string;
  readonly value: FormValue | undefined;
  /** The id of a heading that is its label already. */
  readonly headedBy?: string;
}

/** How far the values are that are shown. */
export interface Reading {
  /** Up to which edit they are read. */
  readonly shown: () => number;
  /** The latest change among those that was not made in the form. */
  readonly shownElsewhere: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What a field can do, and what it knows beside its value. None of it changes while somebody types. */
export interface FormWork {
  /** Before the path in the ids of a page's elements. */
  readonly prefix: string;
  readonly store: FormStore;
  /** Draws a field of any type: a group in a field has such again. */
  readonly Field: ComponentType<FieldProps>;
  /** Their number, or undefined where the file cannot take them as it is now. */
  readonly change: (edits: readonly FormEdit[]) => number | undefined;
  readonly reading: Reading;
  readonly place: (path: string, offset: number) => void;
  readonly give: (file: NamedFile) => void;
  /** A date of the paper, near which others are looked for. */
  readonly nearDate: () => string | undefined;
}

export const FormWorkContext = createContext<FormWork | undefined>(undefined);
export const GivenContext = createContext<readonly NamedFile[]>([]);
export const SignersContext = createContext<OwnAgency['signers']>([]);

export function useWork(): FormWork {
  const work = useContext(FormWorkContext);
  if (work === undefined) throw new Error('A field stands outside of a form.');
  return work;
}

export const fieldId = (work: Pick<FormWork, 'prefix'>, path: string): string => `${work.prefix}${path}`;

export function useProblems(path: string): readonly Problem[] {
  const { store } = useWork();
  return useSyncExternalStore(store.subscribe, () => store.problemsAt(path));
}

export function useHidden(path: string): string {
  const { store } = useWork();
  return useSyncExternalStore(store.subscribe, () => store.hiddenIn(path));
}

export function useOpenness(path: string): boolean | undefined {
  const { store } = useWork();
  return useSyncExternalStore(store.subscribe, () => store.openness(path));
}

export function useTarget(path: string): Target | undefined {
  const { store } = useWork();
  return useSyncExternalStore(store.subscribe, () => store.targetAt(path));
}
