import { readFacts } from '../../collect/read-facts.js';
import type { FormValue } from '../../form/form.js';
import { openForm, treeOfForm } from '../../form/read-form.js';
import type { YamlNode } from '../../form/tree.js';
import type { KindDefinition } from '../../kind/kind.js';
import { foldKey } from '../../vietnamese/fold-key.js';
import type { FileAbout } from '../desk-protocol.js';
import { isFormFile } from './file-types.js';

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
  const source = { file: path, text: new TextDecoder().decode(bytes) };
  const names = kinds.flatMap(({ slug, name, aliases = [] }) => [slug, name, ...aliases]);
  const open = openForm(source, (typed) => kindNamed(typed, kinds), names).value;
  if (open === undefined) return { path };
  const { slug, name, fields } = open.kind;
  const field = fields.find(({ key }) => key === SUBJECT);
  const labels = field && [field.key, field.label, ...(field.aliases ?? [])].map(foldKey);
  const entry = treeOfForm(open).value?.entries.find(({ key }) => labels?.includes(foldKey(key.value.text)));
  return { path, kind: slug, kindName: name, ...subjectOf(entry === undefined ? '' : textOf(entry.value)) };
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
  // A damaged file is none of ours.
  const facts = await readFacts(path, bytes).catch(() => undefined);
  if (facts?.value === undefined) return { path };
  const { kind, kindName, values } = facts.value;
  const subject: FormValue | undefined = values[SUBJECT];
  return { path, kind, kindName, ...subjectOf(typeof subject === 'string' ? subject : '') };
}

function subjectOf(text: string): Pick<FileAbout, 'subject'> {
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' ? {} : { subject: [...words].slice(0, MOST_LETTERS).join('') };
}
