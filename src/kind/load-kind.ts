import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from '../form/field.js';
import { readYamlTree } from '../form/read-yaml-tree.js';
import type { Host } from '../host/host.js';
import { nd30 } from '../profile/nd30.js';
import type { Profile } from '../profile/profile.js';
import { instantiateTemplate } from '../template/instantiate-template.js';
import { precompileTemplate } from '../template/precompile-template.js';
import type { TemplateSource } from '../template/precompiled-template.js';
import { checkFields } from './check-fields.js';
import { checkUses } from './check-uses.js';
import type { Kind, KindDefinition } from './kind.js';
import { limitMargins } from './limit-margins.js';
import { groupsUsed, readDefinition, readGroup } from './read-definition.js';
import type { FieldPlaces } from './read-fields.js';
import { readSource } from './read-source.js';

const PROFILES: Readonly<Record<string, Profile>> = { nd30 };

/** What loading needs of the outside world. */
export type KindHost = Pick<Host, 'readFile' | 'listFolder'>;

/** Makes a precompiled template's code into its specification, as `evaluateTemplate` of host-node does. */
export type EvaluateTemplate = (code: string, file: string) => unknown;

/**
 * Reads a kind's folder: `kind.yaml`, `template.hbs`, `sample.yaml`, partials (`*.hbs`) of its own and of `_common` beside
 * it, field groups (`*.yaml`) of `_common`; and checks that they fit together. The slug is the folder's name. Every fault is
 * reported at its place (`kind/…`, `yaml/…`, `template/…`); with an error there is no kind. Throws what the host throws.
 */
export async function loadKind(
  host: KindHost,
  folder: string,
  evaluateTemplate: EvaluateTemplate,
  commonFolder: string = besideFolder(folder, '_common'),
): Promise<Outcome<Kind>> {
  const diagnostics: Diagnostic[] = [];
  const places: FieldPlaces = new Map();
  const definition = await loadDefinition(host, folder, commonFolder, places, diagnostics);
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
  const template = instantiateTemplate(precompiled.value, evaluateTemplate(precompiled.value.code, file));
  return { value: { definition, template, sample }, diagnostics };
}

/** "templates/plan" and "_common" to "templates/_common"; both slashes, since a Windows path has either. */
const besideFolder = (folder: string, name: string): string =>
  /[\\/]./.test(folder) ? folder.replace(/[^\\/]+[\\/]*$/, name) : `${folder}/../${name}`;

/** What `{{@kind.title}}` and the like print. */
const constantsOf = ({
  slug,
  name,
  title,
  abbreviation,
}: KindDefinition): Readonly<Record<string, string>> => ({
  'kind.slug': slug,
  'kind.name': name,
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
  const tree = readYamlTree({ file, text });
  diagnostics.push(...tree.diagnostics);
  if (!tree.value) return undefined;
  const groups = new Map<string, readonly FieldDefinition[]>();
  for (const name of groupsUsed(tree.value)) {
    const group = await loadGroup(host, `${commonFolder}/${name}.yaml`, places, diagnostics);
    if (group) groups.set(name, group);
  }
  const slug = folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder;
  const definition = readDefinition(
    tree.value,
    slug,
    groups,
    Object.keys(PROFILES),
    { file, diagnostics },
    places,
  );
  const profile =
    definition && Object.hasOwn(PROFILES, definition.profile) ? PROFILES[definition.profile] : undefined;
  return definition && profile
    ? { ...definition, fields: limitMargins(definition.fields, profile, places) }
    : definition;
}

/** Undefined where there is no such file: the kind that uses the group reports it where it names it. */
async function loadGroup(
  host: KindHost,
  file: string,
  places: FieldPlaces,
  diagnostics: Diagnostic[],
): Promise<readonly FieldDefinition[] | undefined> {
  const text = await readSource(host, file, diagnostics, 'optional');
  if (text === undefined) return undefined;
  const tree = readYamlTree({ file, text });
  diagnostics.push(...tree.diagnostics);
  return tree.value ? readGroup(tree.value, { file, diagnostics }, places) : [];
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
