import type { IForbiddenRuleType } from 'dependency-cruiser';

/** docs/ARCHITECTURE.md, "Who may import whom": a folder imports only from a lower layer, and folders of one layer not from each other. */
export const LAYERS: readonly (readonly string[])[] = [
  ['base', 'diagnostic'],
  ['vietnamese', 'document', 'profile', 'font', 'archive', 'host', 'xml'],
  ['form', 'outline', 'template', 'markup', 'measure', 'table'],
  ['kind', 'resolve', 'organisation'],
  ['docx', 'typeset', 'fact', 'dossier'],
  ['pdf', 'svg', 'check', 'collect'],
  ['compile', 'index'],
  ['batch'],
  ['host-node'],
  ['studio'],
  ['cli'],
];

/** Layers 0 to this one run unchanged in a browser. */
export const LAST_BROWSER_LAYER = 7;

/** One package, one folder, not even its types elsewhere. What is not here may not be imported by src/ at all. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  zod: ['form'],
  yaml: ['form'],
  handlebars: ['template'],
  docx: ['docx'],
  '@pdf-lib/fontkit': ['font'],
  'pdf-lib': ['pdf', 'collect'],
  fflate: ['archive'],
  saxes: ['xml'],
  papaparse: ['table'],
  'fast-glob': ['host-node'],
  'cli-progress': ['cli'],
  hono: ['studio'],
  '@hono/node-server': ['studio'],
  chokidar: ['studio'],
  react: ['studio'],
  'react-dom': ['studio'],
  rolldown: ['cli'],
  vite: ['studio'],
  '@vitejs': ['studio'],
  '@codemirror': ['studio'],
  '@lezer': ['studio'],
  '@resvg/resvg-js': ['host-node'],
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** `compile` and `index` are files, the other names folders. */
const inside = (folders: readonly string[]): string => `^src/(${folders.map(escaped).join('|')})(/|\\.ts$)`;
/** An installed package or one that is not there to be resolved. */
const packagePath = (name: string): string => `((^|/)node_modules/${escaped(name)}/|^${escaped(name)}(/|$))`;

const layerRules: IForbiddenRuleType[] = LAYERS.flatMap((layer, depth) =>
  layer.map((folder): IForbiddenRuleType => {
    const siblings = layer.filter((other) => other !== folder);
    const above = LAYERS.slice(depth + 1).flat();
    // index.ts gathers what compile.ts and the folders below it export.
    const closed = [...(folder === 'index' ? [] : siblings), ...above];
    return {
      name: `layer-${folder}`,
      severity: 'error',
      from: { path: inside([folder]) },
      to: { path: closed.length > 0 ? inside(closed) : '^$' },
    };
  }),
);

const packageRules: IForbiddenRuleType[] = Object.entries(PACKAGES).map(([name, folders]) => ({
  name: `package-${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot: inside(folders) },
  to: { path: packagePath(name) },
}));

export const IMPORT_RULES: readonly IForbiddenRuleType[] = [
  ...layerRules,
  ...packageRules,
  {
    name: 'known-packages-only',
    severity: 'error',
    from: { path: '^src/' },
    to: {
      dependencyTypesNot: ['core'],
      pathNot: `(^src/|^\\.|${Object.keys(PACKAGES).map(packagePath).join('|')})`,
    },
  },
  {
    name: 'document-is-pure',
    severity: 'error',
    from: { path: '^src/document/' },
    to: { pathNot: '^src/(document|base|diagnostic)/' },
  },
  {
    name: 'page-writers-see-only-frames',
    severity: 'error',
    from: { path: '^src/(pdf|svg)/' },
    to: { path: '^src/typeset/', pathNot: '^src/typeset/frame\\.ts$' },
  },
  {
    name: 'browser-safe',
    severity: 'error',
    from: { path: inside(LAYERS.slice(0, LAST_BROWSER_LAYER + 1).flat()) },
    to: { dependencyTypes: ['core'] },
  },
  // Of the studio only the server is Node's; what runs in the page knows neither disk nor process.
  {
    name: 'studio-page',
    severity: 'error',
    from: { path: '^src/studio/(client|engine|paste|protocol)' },
    to: { path: '^src/(host-node|studio/server)/' },
  },
  {
    name: 'studio-page-no-core',
    severity: 'error',
    from: { path: '^src/studio/(client|engine|paste|protocol)' },
    to: { dependencyTypes: ['core'] },
  },
  { name: 'no-cycle', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
  { name: 'resolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
];
