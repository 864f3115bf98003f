import Handlebars from 'handlebars';
import { templateError } from './errors.js';
import * as nodes from './nodes.js';
import { fetchField, fieldOf, type Here, type Rewriting, unknownHelper } from './rewriting.js';
import { WORD_HELPERS } from './word-helpers.js';

/**
 * `{{field}}` in text or in an attribute, `{{path field}}`, `{{official-number field}}`, `{{lower-first field}}` …, `{{@kind.title}}`;
 * all else is reported and left out.
 */
export function rewriteMustache(
  mustache: hbs.AST.MustacheStatement,
  run: Rewriting,
  here: Here,
): readonly hbs.AST.Statement[] {
  const fault = mustacheFault(mustache, run, here);
  if (fault) {
    run.diagnostics.push(fault);
    return [];
  }
  const path = mustache.path as hbs.AST.PathExpression;
  const constant = constantOf(path, run);
  if (constant !== undefined) return [nodes.content(Handlebars.escapeExpression(constant), mustache.loc)];
  const [param, ...more] = mustache.params;
  if (!param) return emit(run.position === 'text' ? '$text' : '$bare', path, mustache, run, here);
  if (path.original === 'path' && more.length === 0) return emit('$path', param, mustache, run, here);
  // In an attribute a value stands bare, so that there is nothing to tell the field's words from changed ones.
  const changes = run.position === 'text' ? ['official-number', ...Object.keys(WORD_HELPERS)] : [];
  const change = changes.find((name) => name === path.original);
  if (change && more.length === 0)
    return emit(change === 'official-number' ? '$official' : change, param, mustache, run, here);
  run.diagnostics.push(unknownHelper(path.original, ['path', ...changes], here.placeOf(mustache)));
  return [];
}

function mustacheFault({ escaped, path, hash }: hbs.AST.MustacheStatement, run: Rewriting, here: Here) {
  const place = here.placeOf(path);
  if (!escaped) {
    const hints = ['Viết {{trường}}, đúng hai dấu ngoặc nhọn mỗi bên'];
    return templateError(
      'unescaped',
      'Mẫu in giá trị mà không thoát ký tự ({{{ }}} hoặc {{& }})',
      place,
      hints,
    );
  }
  if (run.position === 'tag') {
    const hints = ['Đặt giá trị giữa hai thẻ, hoặc trong dấu nháy kép của một thuộc tính'];
    return templateError(
      'unsupported',
      'Giá trị của trường không được in ở tên thẻ hay tên thuộc tính',
      place,
      hints,
    );
  }
  if (path.type !== 'PathExpression' || hash) {
    const hints = ['Viết chữ cố định ở ngoài {{ }}'];
    return templateError('unsupported', 'Trong {{ }} phải là tên một trường', place, hints);
  }
  return undefined;
}

/** `{{@kind.title}}` */
function constantOf({ data, depth, parts }: hbs.AST.PathExpression, run: Rewriting): string | undefined {
  const name = parts.join('.');
  const constants = run.options.constants ?? {};
  return data && depth === 0 && Object.hasOwn(constants, name) ? constants[name] : undefined;
}

function emit(
  helper: string,
  expression: hbs.AST.Expression,
  at: hbs.AST.Node,
  run: Rewriting,
  here: Here,
): readonly hbs.AST.Statement[] {
  const path = fieldOf(expression, run, here);
  return path ? [nodes.mustache(helper, fetchField(path, at, run, here), at.loc)] : [];
}
