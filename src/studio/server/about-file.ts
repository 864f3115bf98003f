import { FACTS_FILE } from '../../base/carried-facts.js';
import { readFacts } from '../../collect/read-facts.js';
import type { KindFields } from '../../form/field.js';
import { isKindKey } from '../../form/find-kind.js';
import type { FormValue } from '../../form/form.js';
import { keyTable } from '../../form/key-table.js';
import { openForm, treeOfForm } from '../../form/read-form.js';
import { isJson } from '../../form/read-json-tree.js';
import type { YamlNode } from '../../form/tree.js';
import type { KindDefinition } from '../../kind/kind.js';
import { foldKey } from '../../vietnamese/fold-key.js';
import { normalise } from '../../vietnamese/normalise.js';
import type { FileAbout } from '../desk-protocol.js';
import { extensionOf, isFormFile } from './file-types.js';

/** The key under which most kinds have what a paper is about. */
const SUBJECT = 'trich_yeu';
/** So much of a subject stands on a card. */
const MOST_LETTERS = 300;

/** What a file says of itself: a form's text, or the facts that a DOCX or PDF of ours carries. Never throws for its content. */
export async function aboutFile(
  path: string,
  bytes: Uint8Array,
  kinds: readonly KindDefinition[],
): Promise<FileAbout> {
  return isFormFile(path) ? aboutForm(path, bytes, kinds) : aboutPaper(path, bytes);
}

function aboutForm(path: string, bytes: Uint8Array, kinds: readonly KindDefinition[]): FileAbout {
  const { text } = normalise(new TextDecoder().decode(bytes));
  // A folder has thousands of forms: of most no more need be read than these few lines.
  const few = lookInto(path, linesOfKeys(text, kinds), kinds);
  return few.subject === undefined ? lookInto(path, text, kinds) : few;
}

function lookInto(path: string, text: string, kinds: readonly KindDefinition[]): FileAbout {
  const names = kinds.flatMap(({ slug, name, aliases = [] }) => [slug, name, ...aliases]);
  const open = openForm({ file: path, text }, (typed) => kindNamed(typed, kinds), names).value;
  if (open === undefined) return { path };
  const { kind } = open;
  const entry = treeOfForm(open).value?.entries.find(({ key }) => isSubject(kind, key.value.text));
  return {
    path,
    kind: kind.slug,
    kindName: kind.name,
    ...subjectOf(entry === undefined ? '' : textOf(entry.value)),
  };
}

const isSubject = ({ fields }: KindFields, typed: string): boolean =>
  keyTable(fields).find(typed)?.field.key === SUBJECT;

/** The kind and the subject with what stands below them, where these are keys in the first column; of JSON nothing. */
function linesOfKeys(text: string, kinds: readonly KindDefinition[]): string {
  if (isJson(text)) return '';
  const isWanted = (line: string): boolean => {
    const [, key = ''] = /^["']?([^:"']+)/.exec(line) ?? [];
    return isKindKey(key.trim()) || kinds.some((kind) => isSubject(kind, key));
  };
  const starts = [...text.matchAll(/^[^\s#-].*$/gm)];
  return starts
    .flatMap(({ 0: line, index }, at) =>
      isWanted(line) ? text.slice(index, starts[at + 1]?.index).trimEnd() : [],
    )
    .join('\n');
}

function kindNamed(typed: string, kinds: readonly KindDefinition[]): KindDefinition | undefined {
  const wanted = foldKey(typed);
  return (
    kinds.find(({ slug, name }) => [slug, name].map(foldKey).includes(wanted)) ??
    kinds.find(({ aliases = [] }) => aliases.map(foldKey).includes(wanted))
  );
}

const textOf = (node: YamlNode): string => (node.type === 'scalar' ? node.value.text : '');

async function aboutPaper(path: string, bytes: Uint8Array): Promise<FileAbout> {
  if (extensionOf(path) === 'pdf' && !namesFacts(bytes)) return { path };
  // A damaged file is none of ours.
  const facts = await readFacts(path, bytes).catch(() => undefined);
  if (facts?.value === undefined) return { path };
  const { kind, kindName, values } = facts.value;
  const subject: FormValue | undefined = values[SUBJECT];
  return { path, kind, kindName, ...subjectOf(typeof subject === 'string' ? subject : '') };
}

/** The name of the file that a PDF of ours carries. */
const NAMES_OF_FACTS = [
  FACTS_FILE,
  [...FACTS_FILE].map((letter) => `00${letter.charCodeAt(0).toString(16)}`).join(''),
];

/**
 * Whether a PDF can be ours: it says so in plain letters, also once it was signed. Others need not be opened: that takes long,
 * and a folder has hundreds.
 */
function namesFacts(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return NAMES_OF_FACTS.some((name) => text.includes(name) || text.includes(name.toUpperCase()));
}

function subjectOf(text: string): Pick<FileAbout, 'subject'> {
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' ? {} : { subject: [...words].slice(0, MOST_LETTERS).join('') };
}
