import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { LAST_BROWSER_LAYER, LAYERS } from './import-rules.js';

/** A source file as the rules see it; `path` with forward slashes from the root: "src/docx/write-docx.ts". */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const MOST_LINES = 300;
/** Tables of data may be longer. */
const DATA_TABLES = new Set(['src/profile/nd30.ts']);
/** Where our own trees are walked; the trees of Handlebars and of YAML are open, and end in a message of their own. */
const TREE_FOLDERS = new Set([
  'document',
  'outline',
  'markup',
  'resolve',
  'docx',
  'typeset',
  'pdf',
  'svg',
  'check',
]);
/** Only these may be nothing but re-exports: the package's two public entries. */
const ENTRIES = new Set(['src/index.ts', 'src/host-node/index.ts']);
/** Programs that are started by name: only they may set the exit code. */
const PROGRAMS = new Set(['src/cli/main.ts', 'src/cli/demo.ts']);
const GRAB_BAGS = new Set(['utils', 'util', 'common', 'helpers', 'shared', 'misc', 'lib']);
const NODE_GLOBALS = new Set(['process', 'Buffer', 'console', 'global', '__dirname', '__filename']);
const BROWSER_FOLDERS = new Set(LAYERS.slice(0, LAST_BROWSER_LAYER + 1).flat());

/** Every file with this ending under a folder. */
export function readSources(root: string, folder: string, ending: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

/** What a TypeScript file of src/ does that it must not, as "rule: path:line". */
export function brokenSourceRules(source: Source): readonly string[] {
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022, true);
  const broken: string[] = [...wholeFileRules(source, file)];
  const walksTrees = TREE_FOLDERS.has(folderOf(source.path));
  const isBrowser = BROWSER_FOLDERS.has(folderOf(source.path));
  const visit = (node: ts.Node): void => {
    const rule =
      ruleBrokenBy(node) ??
      exitRule(node, source.path) ??
      (walksTrees ? treeRule(node) : undefined) ??
      (isBrowser ? browserRule(node) : undefined);
    if (rule)
      broken.push(`${rule}: ${source.path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return broken;
}

function wholeFileRules({ path, text }: Source, file: ts.SourceFile): string[] {
  const broken: string[] = [];
  const folders = path.split('/').slice(1, -1);
  const lines = text.split('\n').length - 1;
  if (lines > MOST_LINES && !DATA_TABLES.has(path))
    broken.push(`at-most-${MOST_LINES}-lines: ${path} has ${lines}`);
  if (folders.some((folder) => GRAB_BAGS.has(folder))) broken.push(`no-grab-bags: ${path}`);
  if (!LAYERS.flat().includes(folderOf(path))) broken.push(`known-folder: ${path}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(path.split('/').at(-1) ?? '')) broken.push(`kebab-case: ${path}`);
  const reexports = file.statements.length > 0 && file.statements.every((statement) => isReexport(statement));
  if (reexports && !ENTRIES.has(path)) broken.push(`no-barrel: ${path}`);
  return broken;
}

const isReexport = (statement: ts.Statement): boolean =>
  ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;

function ruleBrokenBy(node: ts.Node): string | undefined {
  if (ts.isExportAssignment(node)) return 'no-default-export';
  if (node.kind === ts.SyntaxKind.DefaultKeyword && ts.canHaveModifiers(node.parent))
    return 'no-default-export';
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'no-any';
  if (ts.isEnumDeclaration(node)) return 'no-enum';
  if (ts.isClassLike(node) && !/\bextends \w*Error\b/.test(node.getText())) return 'no-class-but-errors';
  return undefined;
}

const treeRule = (node: ts.Node): string | undefined =>
  ts.isSwitchStatement(node) && isNodeTypeSwitch(node) && !endsInAssertNever(node)
    ? 'assert-never'
    : undefined;

/** `switch (x.type)`: over the variants of a tree. */
const isNodeTypeSwitch = (node: ts.SwitchStatement): boolean =>
  ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'type';

const endsInAssertNever = (node: ts.SwitchStatement): boolean => {
  const last = node.caseBlock.clauses.at(-1);
  return last !== undefined && ts.isDefaultClause(last) && last.getText().includes('assertNever(');
};

function exitRule(node: ts.Node, path: string): string | undefined {
  const isExit =
    ts.isPropertyAccessExpression(node) &&
    node.expression.getText() === 'process' &&
    (node.name.text === 'exitCode' || node.name.text === 'exit');
  return isExit && !PROGRAMS.has(path) ? 'exit-code-in-main-only' : undefined;
}

/** What a page under a strict policy has not, or what would make two runs differ. */
function browserRule(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) && NODE_GLOBALS.has(node.text) && isFreeName(node)) return `no-${node.text}`;
  if (ts.isPropertyAccessExpression(node)) {
    if (node.getText() === 'Date.now') return 'no-Date.now';
    if (node.getText() === 'Math.random') return 'no-Math.random';
  }
  if (ts.isNewExpression(node)) {
    if (node.expression.getText() === 'Date' && !node.arguments?.length) return 'no-new-Date';
    if (node.expression.getText() === 'Function') return 'no-code-from-strings';
  }
  if (ts.isCallExpression(node) && /^(eval|Function|Handlebars\.compile)$/.test(node.expression.getText())) {
    return 'no-code-from-strings';
  }
  return undefined;
}

/** Not the name of a member (`text.process`, `{ process: 1 }`), nor of a type. */
const isFreeName = ({ parent, text }: ts.Identifier): boolean =>
  !(ts.isPropertyAccessExpression(parent) && parent.name.text === text) &&
  !(ts.isPropertyAssignment(parent) && parent.name.getText() === text) &&
  !ts.isPropertySignature(parent);

/** "docx" of "src/docx/write-docx.ts", "compile" of "src/compile.ts". */
const folderOf = (path: string): string => (path.split('/')[1] ?? '').replace(/\.ts$/, '');

/** Templates must leave all escaping to the engine. */
export const brokenTemplateRules = ({ path, text }: Source): readonly string[] =>
  text.includes('{{{') || /\{\{~?&/.test(text) ? [`no-unescaped-output: ${path}`] : [];
