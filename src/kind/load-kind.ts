import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from '../form/field.js';
import type { YamlNode } from '../form/tree.js';
import type { Host } from '../host/host.js';
import { nd30 } from '../profile/nd30.js';
import type { Profile } from '../profile/profile.js';
import { instantiateTemplate } from '../template/instantiate-template.js';
import { precompileTemplate } from '../template/precompile-template.js';
import type { PrecompiledTemplate, TemplateSource } from '../template/precompiled-template.js';
import { checkFields } from './check-fields.js';
import { checkPapers } from './check-papers.js';
import { checkUses } from './check-uses.js';
import { kindError } from './errors.js';
import { EMPTY_TEMPLATE, type Kind, type KindDefinition } from './kind.js';
import { limitMargins } from './limit-margins.js';
import { groupsUsed, readDefinition, readGroup } from './read-definition.js';
import type { FieldPlaces } from './read-fields.js';
import { readSource } from './read-source.js';
import { readTree } from './read-tree.js';

const PROFILES: Readonly<Record<string, Profile>> = { nd30 };

/** What loading needs of the outside world. */
export type KindHost = Pick<Host, 'readFile' | 'listFolder'>;

/** Makes a precompiled template's code into its specification, as `evaluateTemplate` of host-node does. */
export type EvaluateTemplate = (code: string, file: string) => unknown;

/** A kind's folder, read and found whole; the template is not yet made into functions. A dossier has none. */
export interface ReadKind extends Omit<Kind, 'template'> {
  readonly template?: PrecompiledTemplate;
}

/** As `readKind`, ready for use. */
export async function loadKind(
  host: KindHost,
  folder: string,
  evaluateTemplate: EvaluateTemplate,
  commonFolder?: string,
): Promise<Outcome<Kind>> {
  const { value, diagnostics } = await readKind(host, folder, commonFolder);
  if (!value) return { diagnostics };
  const { template } = value;
  const ready = template && instantiateTemplate(template, evaluateTemplate(template.code, template.file));
  return { value: { ...value, template: ready ?? EMPTY_TEMPLATE }, diagnostics };
}

/**
 * Reads a kind's folder: `kind.yaml`, `template.hbs`, `sample.yaml`, partials (`*.hbs`) of its own and of `_common` beside
 * it, field groups (`*.yaml`) of `_common`; and checks that they fit together. The slug is the folder's name. Every fault is
 * reported at its place (`kind/…`, `yaml/…`, `template/…`); with an error there is no kind. Throws what the host throws.
 */
export async function readKind(
  host: KindHost,
  folder: string,
  commonFolder: string = besideFolder(folder, '_common'),
): Promise<Outcome<ReadKind>> {
  const diagnostics: Diagnostic[] = [];
  const places: FieldPlaces = new Map();
  const definition = await loadDefinition(host, folder, commonFolder, places, diagnostics);
  if (definition?.papers !== undefined)
    return readDossierKind(host, { definition, folder }, places, diagnostics);
  const templateText = await readSource(host, `${folder}/template.hbs`, diagnostics);
  const sample = await readSource(host, `${folder}/sample.yaml`, diagnostics);
  if (!definition || templateText === undefined || sample === undefined) return { diagnostics };

  // The template, with the fixed words of the kind put in.
  const file = `${folder}/template.hbs`;
  const partials = {
    ...(await loadPartials(host, commonFolder, diagnostics)),
    ...(await loadPartials(host, folder, diagnostics)),
  };
  const precompiled = precompileTemplate(templateText, {
    file,
    partials,
    constants: constantsOf(definition),
  });
  diagnostics.push(...precompiled.diagnostics);

  // Whether the fields are well named, and are those that the template prints.
  diagnostics.push(...checkFields(definition.fields, places));
  if (!precompiled.value) return { diagnostics };
  if (!hasErrors(diagnostics))
    diagnostics.push(...checkUses(definition.fields, precompiled.value.sites, places));
  if (hasErrors(diagnostics)) return { diagnostics };
  return { value: { definition, folder, template: precompiled.value, sample }, diagnostics };
}

/** A kind whose form gives several papers: it prints nothing itself. */
async function readDossierKind(
  host: KindHost,
  dossier: Omit<ReadKind, 'sample'>,
  places: FieldPlaces,
  diagnostics: Diagnostic[],
): Promise<Outcome<ReadKind>> {
  const sample = await readSource(host, `${dossier.folder}/sample.yaml`, diagnostics);
  const { fields } = dossier.definition;
  diagnostics.push(...checkFields(fields, places), ...checkPapers(dossier, places));
  if (sample === undefined || hasErrors(diagnostics)) return { diagnostics };
  return { value: { ...dossier, sample }, diagnostics };
}

/** "templates/plan" and "_common" to "templates/_common"; both slashes, since a Windows path has either. */
const besideFolder = (folder: string, name: string): string =>
  /[\\/]./.test(folder) ? folder.replace(/[^\\/]+[\\/]*$/, name) : `${folder}/../${name}`;

/** What `{{@kind.title}}` and the like print. */
const constantsOf = ({ slug, title, abbreviation }: KindDefinition): Readonly<Record<string, string>> => ({
  'kind.slug': slug,
  // As a sentence calls it, "Kế hoạch số 91": the printed name, not that by which forms tell two sorts of plan apart.
  'kind.name': title.slice(0, 1) + title.slice(1).toLowerCase(),
  'kind.title': title,
  'kind.abbreviation': abbreviation,
});

async function loadDefinition(
  host: KindHost,
  folder: string,
  commonFolder: string,
  places: FieldPlaces,
  diagnostics: Diagnostic[],
): Promise<KindDefinition | undefined> {
  const file = `${folder}/kind.yaml`;
  const text = await readSource(host, file, diagnostics);
  if (text === undefined) return undefined;
  const tree = readTree(host, { file, text });
  diagnostics.push(...tree.diagnostics);
  if (!tree.value) return undefined;
  const groups = new Map<string, readonly FieldDefinition[]>();
  const user = { file, tree: tree.value };
  await loadGroups(host, commonFolder, user, { groups, places }, diagnostics);
  const slug = folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder;
  const definition = readDefinition(
    tree.value,
    slug,
    Object.keys(PROFILES),
    { file, diagnostics, groups },
    places,
  );
  const profile =
    definition && Object.hasOwn(PROFILES, definition.profile) ? PROFILES[definition.profile] : undefined;
  return definition && profile
    ? { ...definition, fields: limitMargins(definition.fields, profile, places) }
    : definition;
}

/** Adds to `groups` those that a file uses, each after those that it uses itself. `open`: the files that are being read. */
async function loadGroups(
  host: KindHost,
  commonFolder: string,
  user: { readonly file: string; readonly tree: YamlNode },
  run: { readonly groups: Map<string, readonly FieldDefinition[]>; readonly places: FieldPlaces },
  diagnostics: Diagnostic[],
  open: readonly string[] = [],
): Promise<void> {
  for (const name of new Set(groupsUsed(user.tree))) {
    const file = `${commonFolder}/${name}.yaml`;
    if (open.includes(file)) {
      const place = { file: user.file, start: user.tree.start, end: user.tree.start };
      const hints = [`Bỏ dòng use: ${name} trong tệp này`];
      diagnostics.push(kindError('unknown-group', `Nhóm trường "${name}" dùng lại chính nó`, place, hints));
    }
    if (run.groups.has(name)) continue;
    // Where there is no such file, whoever uses the group reports it where it is named.
    const text = await readSource(host, file, diagnostics, 'optional');
    if (text === undefined) continue;
    const { value: tree, diagnostics: found } = readTree(host, { file, text });
    diagnostics.push(...found);
    run.groups.set(name, []);
    if (!tree) continue;
    await loadGroups(host, commonFolder, { file, tree }, run, diagnostics, [...open, file]);
    run.groups.set(name, readGroup(tree, { file, diagnostics, groups: run.groups }, run.places));
  }
}

async function loadPartials(
  host: KindHost,
  folder: string,
  diagnostics: Diagnostic[],
): Promise<Readonly<Record<string, TemplateSource>>> {
  const names = (await host.listFolder(folder)) ?? [];
  const partials: Record<string, TemplateSource> = {};
  for (const name of names) {
    if (!name.endsWith('.hbs') || name === 'template.hbs') continue;
    const file = `${folder}/${name}`;
    const text = await readSource(host, file, diagnostics);
    if (text !== undefined) partials[name.slice(0, -'.hbs'.length)] = { file, text };
  }
  return partials;
}
