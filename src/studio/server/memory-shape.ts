import type { FormValue } from '../../form/form.js';
import type { DeskMemory } from '../desk-protocol.js';

/** What the page may set of the memory, each for itself. */
export type MemberName = 'own' | 'recent' | 'drafts';
export const MEMBERS: readonly MemberName[] = ['own', 'recent', 'drafts'];

const MOST_RECENT = 50;
/** Deeper than any form. */
const MOST_DEPTH = 20;

export type Test = (value: unknown) => boolean;

export const isText: Test = (value) => typeof value === 'string';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Exactly these members. */
export const hasShape = (value: unknown, members: Readonly<Record<string, Test>>): boolean =>
  isRecord(value) &&
  Object.keys(value).every((key) => Object.hasOwn(members, key)) &&
  Object.entries(members).every(([key, test]) => test(value[key]));

const isListOf =
  (test: Test, most: number): Test =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(test);

const isFormValue = (value: unknown, depth = 0): value is FormValue =>
  depth <= MOST_DEPTH &&
  (isText(value) ||
    (Array.isArray(value) && value.every((one) => isFormValue(one, depth + 1))) ||
    isGroup(value, depth + 1));

const isGroup = (value: unknown, depth = 0): boolean =>
  isRecord(value) && Object.values(value).every((one) => isFormValue(one, depth));

const SHAPES: Readonly<Record<MemberName, Test>> = {
  own: (value) =>
    hasShape(value, {
      values: (values) => isGroup(values),
      signers: isListOf(
        (signer) => hasShape(signer, { capacity: isText, position: isText, fullName: isText }),
        100,
      ),
    }),
  recent: isListOf(
    (paper) => hasShape(paper, { location: isText, path: isText, kindName: isText, subject: isText }),
    MOST_RECENT,
  ),
  drafts: (value) => isGroup(value),
};

export const isMember = (member: MemberName, value: unknown): boolean => SHAPES[member](value);

/** What was kept, if it is whole; undefined of what somebody else has written, or a later program. */
export function readMemory(json: unknown, format: number): DeskMemory | undefined {
  if (!isRecord(json) || json['format'] !== format) return undefined;
  const { format: _, ...members } = json;
  return isMemory(members) ? members : undefined;
}

const isMemory = (value: unknown): value is DeskMemory =>
  isRecord(value) &&
  Object.keys(value).every((key) => MEMBERS.some((member) => member === key)) &&
  isMember('recent', value['recent']) &&
  isMember('drafts', value['drafts']) &&
  (value['own'] === undefined || isMember('own', value['own']));
