import Handlebars from 'handlebars';
import type { TextPlace } from '../diagnostic/diagnostic.js';
import { templateError } from './errors.js';
import { enterContext, enterList, ROOT_SCOPE, type Scope } from './field-path.js';
import { readOver } from './markup-position.js';
import * as nodes from './nodes.js';
import { parseTemplate } from './parse-template.js';
import type { PrecompileOptions, TemplateSource } from './precompiled-template.js';
import { rewriteCondition } from './rewrite-condition.js';
import { rewriteMustache } from './rewrite-mustache.js';
import { fetchField, fieldOf, type Here, type Rewriting, unknownHelper } from './rewriting.js';

const BLOCKS = ['if', 'unless', 'each'] as const;

/**
 * Rewrites a parsed template so that every value is fetched from the form's root by its path, which is known here but for
 * the positions in lists: in text `{{ten}}` becomes an emitter that prints `<v f="kem_theo.0.ten">…</v>`, in an attribute
 * one that prints the bare value. Value and path cannot differ, since the one is fetched by the other. Partials are put
 * in place; literal text gets marks of its place in the template, by which the markup parser shows faults.
 */
export function rewriteTemplate(
  source: TemplateSource,
  options: PrecompileOptions,
): Pick<Rewriting, 'sites' | 'diagnostics'> & { readonly program: hbs.AST.Program } {
  const run: Rewriting = { options, sites: [], diagnostics: [], position: 'text' };
  const body = rewriteSource(source, run, ROOT_SCOPE, []);
  return { program: nodes.program(body, nodes.NOWHERE), sites: run.sites, diagnostics: run.diagnostics };
}

type Statements = readonly hbs.AST.Statement[];

function rewriteSource(
  source: TemplateSource,
  run: Rewriting,
  scope: Scope,
  within: readonly string[],
): Statements {
  const { value, diagnostics } = parseTemplate(source);
  run.diagnostics.push(...diagnostics);
  return value ? rewriteBody(value.program, run, { scope, placeOf: value.placeOf, within }) : [];
}

const rewriteBody = (program: hbs.AST.Program, run: Rewriting, here: Here): Statements =>
  program.body.flatMap((statement) => rewriteStatement(statement, run, here));

function rewriteStatement(statement: hbs.AST.Statement, run: Rewriting, here: Here): Statements {
  switch (statement.type) {
    case 'ContentStatement':
      return rewriteContent(statement as hbs.AST.ContentStatement, run, here);
    case 'MustacheStatement':
      return rewriteMustache(statement as hbs.AST.MustacheStatement, run, here);
    case 'BlockStatement':
      return rewriteBlock(statement as hbs.AST.BlockStatement, run, here);
    case 'PartialStatement':
      return rewritePartial(statement as hbs.AST.PartialStatement, run, here);
    case 'CommentStatement':
      return [];
    default: {
      const hints = ['Chỉ dùng {{trường}}, {{#if}}, {{#unless}}, {{#each}} và {{> mẫu_con}}'];
      const message = 'Mẫu dùng lệnh không được hỗ trợ ({{* }} hoặc {{#> }})';
      run.diagnostics.push(templateError('unsupported', message, here.placeOf(statement), hints));
      return [];
    }
  }
}

function rewriteContent(content: hbs.AST.ContentStatement, run: Rewriting, here: Here): Statements {
  const { value, loc } = content;
  const { end, firstText } = readOver(run.position, value);
  run.position = end;
  if (value.slice(firstText).trim() === '') return [nodes.content(value, loc)];
  const { file, start } = here.placeOf(content);
  const at = start + strippedBefore(content) + firstText;
  const mark = `<?at ${at} ${Handlebars.escapeExpression(file)}?>`;
  return [nodes.content(value.slice(0, firstText) + mark + value.slice(firstText), loc)];
}

/** Handlebars strips the line of a block that stands alone: how much is gone before what is left. */
function strippedBefore({ value, original }: hbs.AST.ContentStatement): number {
  const whole = original as unknown as string;
  return whole.search(/\S/) - value.search(/\S/);
}

function rewriteBlock(block: hbs.AST.BlockStatement, run: Rewriting, here: Here): Statements {
  const place = here.placeOf(block);
  const name = BLOCKS.find((known) => known === block.path.original);
  const [param, ...more] = block.params;
  if (!name || !param || more.length > 0) {
    const known = BLOCKS.map((word) => `{{#${word} …}}`);
    run.diagnostics.push(unknownHelper(`#${block.path.original}`, known, place));
    return [];
  }
  if (block.program?.blockParams || block.inverse?.blockParams || block.hash) {
    const hints = ['Dùng {{this}}, {{this.khóa}} và {{../khóa}}'];
    run.diagnostics.push(
      templateError('unsupported', `{{#${name}}} không nhận "as |…|" hay tham số có tên`, place, hints),
    );
    return [];
  }
  const list = name === 'each' ? fieldOf(param, run, here) : undefined;
  const condition = list
    ? nodes.subExpression('$list', fetchField(list, param, run, here), block.loc)
    : name !== 'each' && rewriteCondition(param, run, here);
  const inside = list ? { ...here, scope: enterList(here.scope, list) } : here;
  const inner = rewriteBranch(block.program, name, place, run, inside) ?? nodes.program([], block.loc);
  const inverse = rewriteBranch(block.inverse, name, place, run, here);
  return condition ? [nodes.block(name, condition, inner, inverse, block.loc)] : [];
}

/** Whichever branch is printed, the markup must go on in the same position. */
function rewriteBranch(
  branch: hbs.AST.Program | undefined,
  name: string,
  place: TextPlace,
  run: Rewriting,
  here: Here,
): hbs.AST.Program | undefined {
  if (!branch) return undefined;
  const before = run.position;
  const body = rewriteBody(branch, run, here);
  if (run.position !== before) {
    const hints = ['Mở và đóng thẻ, dấu nháy của thuộc tính trong cùng một nhánh'];
    run.diagnostics.push(templateError('split-tag', `{{#${name}}} cắt ngang một thẻ`, place, hints));
    run.position = before;
  }
  return nodes.program(body, branch.loc);
}

function rewritePartial(statement: hbs.AST.PartialStatement, run: Rewriting, here: Here): Statements {
  const place = here.placeOf(statement);
  const name = (statement.name as hbs.AST.PathExpression).original;
  const partials = run.options.partials ?? {};
  const partial = Object.hasOwn(partials, name) ? partials[name] : undefined;
  if (!partial) {
    const known = Object.keys(partials);
    const hints =
      known.length > 0
        ? [`Dùng một trong: ${known.join(', ')}`]
        : ['Thêm tệp mẫu con vào thư mục của loại văn bản'];
    run.diagnostics.push(templateError('unknown-partial', `Không có mẫu con tên là "${name}"`, place, hints));
    return [];
  }
  if (here.within.includes(name) || statement.params.length > 1 || statement.hash) {
    const message = here.within.includes(name)
      ? `Mẫu con "${name}" gọi lại chính nó`
      : `{{> ${name}}} có quá nhiều tham số`;
    const hints = [`Viết {{> ${name}}} hoặc {{> ${name} trường}}`];
    run.diagnostics.push(templateError('unsupported', message, place, hints));
    return [];
  }
  const [param] = statement.params;
  const path = param && fieldOf(param, run, here);
  if (param && !path) return [];
  const scope = path ? enterContext(here.scope, path) : here.scope;
  return rewriteSource(partial, run, scope, [...here.within, name]);
}
