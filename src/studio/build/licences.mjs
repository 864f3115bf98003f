import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RULE = '='.repeat(78);

/** A bundler's plugin that adds to a set the packages whose code came into a build. */
export const notePackages = (packages) => ({
  name: 'note-packages',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      for (const [id, { renderedLength }] of Object.entries(chunk.modules ?? {})) {
        const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
        if (name !== undefined && renderedLength > 0) packages.add(name);
      }
    }
  },
});

/** The licences of the program, of its fonts, and of packages whose code a build contains, as one text. */
export function licencesOf(root, packages) {
  const read = (...path) => readFileSync(join(root, ...path), 'utf8').trim();
  const parts = [
    ['Thể Thức', read('LICENSE')],
    ['Tinos, Arimo (fonts)', read('fonts', 'OFL.txt')],
    ...[...packages].sort().map((name) => [titleOf(root, name), licenceOf(root, name)]),
  ];
  return parts.map(([title, text]) => `${RULE}\n${title}\n${RULE}\n\n${text}\n`).join('\n');
}

function titleOf(root, name) {
  const { version, license } = manifest(root, name);
  return `${name} ${version} (${license})`;
}

function licenceOf(root, name) {
  const folder = join(root, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|-|$)/i.test(entry));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim();
  const { license, author } = manifest(root, name);
  const by = typeof author === 'string' ? author : (author?.name ?? '');
  if (license === undefined) throw new Error(`${name} names no licence`);
  return `${license}\n${by}`.trim();
}

const manifest = (root, name) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
