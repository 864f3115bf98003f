import type { Diagnostic, TextPlace } from '../diagnostic/diagnostic.js';
import { markupError } from './errors.js';
import { type ElementRule, GRAMMAR, ruleOf } from './grammar.js';
import type { Attribute, Token } from './tokens.js';

/** Text between tags, its entities decoded. */
export interface TextNode {
  readonly type: 'text';
  readonly text: string;
  readonly place: TextPlace;
}

/** An element that the grammar allows where it stands, with all that is in it. */
export interface Element {
  readonly type: 'element';
  readonly name: string;
  /** Only those that have a value: an empty attribute is as if absent. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly children: readonly (Element | TextNode)[];
  readonly place: TextPlace;
}

type OpenToken = Extract<Token, { type: 'open' }>;

/** An element whose end has not come yet. One that does not belong here is `ignored`, with all that it holds. */
interface OpenElement {
  readonly token: OpenToken;
  readonly rule: ElementRule;
  readonly ignored: boolean;
  readonly children: (Element | TextNode)[];
}

const NOTHING: ElementRule = { content: 'elements' };

/** The building of one tree: elements that are open, innermost last, and what stands outermost. */
interface Building {
  readonly root: (Element | TextNode)[];
  readonly stack: OpenElement[];
  /** Names of elements that were closed where their end was forgotten: an end that does come is not told again. */
  readonly closedEarly: string[];
  readonly diagnostics: Diagnostic[];
}

/**
 * Builds the tree of elements and checks it against the grammar: names, nesting, attributes, ends. Gives the outermost
 * `<document>`, if there is one. The depth of the tree is bounded by the grammar, whatever the input.
 */
export function readElements(
  tokens: readonly Token[],
  file: string,
): { root?: Element; diagnostics: readonly Diagnostic[] } {
  const building: Building = { root: [], stack: [], closedEarly: [], diagnostics: [] };
  const { root, stack, diagnostics } = building;
  takeTokens(building, tokens);
  while (stack.length > 0) closeUnclosed(building);
  const document = root.find((node): node is Element => node.type === 'element');
  if (document) return { root: document, diagnostics };
  if (diagnostics.length === 0) {
    const hint = 'Bắt đầu mẫu bằng <document kind="…" kind-name="…"> và kết thúc bằng </document>';
    const place = { file, start: 0, end: 0 };
    diagnostics.push(markupError('missing-element', 'Mẫu không có thẻ <document>', place, [hint]));
  }
  return { diagnostics };
}

/** The one element that the tokens are, inside `parent`; undefined where anything at all is wrong with it. */
export function readSoundElement(tokens: readonly Token[], parent: string): Element | undefined {
  const outer: OpenElement = {
    token: { type: 'open', name: parent, attributes: [], selfClosing: false, place: NOWHERE },
    rule: ruleOf(parent) ?? NOTHING,
    ignored: false,
    children: [],
  };
  const building: Building = { root: [], stack: [outer], closedEarly: [], diagnostics: [] };
  takeTokens(building, tokens);
  const [element, ...others] = outer.children;
  const isSound = building.stack.length === 1 && building.diagnostics.length === 0 && others.length === 0;
  return isSound && element?.type === 'element' ? element : undefined;
}

const NOWHERE: TextPlace = { file: '', start: 0, end: 0 };

function takeTokens(building: Building, tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === 'open') open(building, token);
    else if (token.type === 'close') closeNamed(building, token.name, token.place);
    else addText(building, token);
  }
}

function open(building: Building, token: OpenToken): void {
  closeForgotten(building, token);
  const { stack, diagnostics } = building;
  const parent = stack.at(-1);
  const rule = ruleOf(token.name);
  const ignored = parent?.ignored === true;
  const isPlaced = rule !== undefined && mayStandIn(token.name, parent);
  if (!ignored && !isPlaced) diagnostics.push(placementError(token, rule, parent));
  stack.push({ token, rule: rule ?? NOTHING, ignored: ignored || !isPlaced, children: [] });
  if (token.selfClosing) close(building);
}

/** Ends the innermost element. */
function close({ stack, root, diagnostics }: Building): void {
  const element = stack.pop();
  if (!element || element.ignored) return;
  const { token, rule, children } = element;
  if (rule.needed !== undefined || rule.once !== undefined)
    diagnostics.push(...childErrors(token, rule, children));
  if (token.attributes.length > 0 || rule.required !== undefined)
    diagnostics.push(...attributeErrors(token, rule));
  const attributes = new Map<string, Attribute>();
  for (const attribute of token.attributes)
    if (attribute.value.trim() !== '') attributes.set(attribute.name, attribute);
  const siblings = stack.at(-1)?.children ?? root;
  siblings.push({ type: 'element', name: token.name, attributes, children, place: token.place });
}

/** `<p>a <p>b`: what may not stand here but may stand further out shows where an end is missing. */
function closeForgotten(building: Building, { name, place }: OpenToken): void {
  const { stack, closedEarly } = building;
  const mayHold = (element: OpenElement): boolean => element.rule.children?.includes(name) === true;
  if (ruleOf(name) === undefined || stack.at(-1)?.ignored !== false || mayHold(stack.at(-1)!)) return;
  const outer = stack.findLastIndex(mayHold);
  while (outer >= 0 && stack.length - 1 > outer) {
    closedEarly.push(stack.at(-1)!.token.name);
    closeUnclosed(building, place);
  }
}

function closeNamed(building: Building, name: string, place: TextPlace): void {
  const { stack, closedEarly, diagnostics } = building;
  const at = stack.findLastIndex((element) => element.token.name === name);
  if (at >= 0) {
    while (stack.length - 1 > at) closeUnclosed(building, place);
    close(building);
    return;
  }
  const early = closedEarly.indexOf(name);
  if (early >= 0) closedEarly.splice(early, 1);
  else {
    const hints = [`Xóa </${name}> hoặc thêm <${name}> ở phía trước`];
    const message = `Thẻ đóng </${name}> không có thẻ mở tương ứng`;
    diagnostics.push(markupError('unexpected-end-tag', message, place, hints));
  }
}

/** Ends the innermost element, which has no end; `before`: what follows where the end should have been. */
function closeUnclosed(building: Building, before?: TextPlace): void {
  const { name, place } = building.stack.at(-1)!.token;
  building.diagnostics.push({
    ...markupError('unclosed-tag', `Thẻ <${name}> chưa được đóng`, place, [
      `Thêm </${name}> vào cuối phần này`,
    ]),
    ...(before && { related: [{ place: before, message: 'Phải đóng trước thẻ này' }] }),
  });
  close(building);
}

function addText({ stack, diagnostics }: Building, node: TextNode): void {
  const parent = stack.at(-1);
  if (parent?.ignored) return;
  if (parent && (parent.rule.content === 'inline' || parent.rule.content === 'raw')) {
    const before = parent.children.at(-1);
    // A mark of the emitter cuts text in two; white space is judged over the whole.
    if (before?.type === 'text') parent.children.splice(-1, 1, { ...before, text: before.text + node.text });
    else parent.children.push(node);
  } else if (node.text.trim() !== '') diagnostics.push(misplacedText(node, parent?.token.name));
}

const list = (names: readonly string[]): string => names.map((name) => `<${name}>`).join(', ');

const mayStandIn = (name: string, parent: OpenElement | undefined): boolean =>
  parent === undefined ? name === 'document' : parent.rule.children?.includes(name) === true;

function placementError(
  token: OpenToken,
  rule: ElementRule | undefined,
  parent: OpenElement | undefined,
): Diagnostic {
  const { name, place } = token;
  const allowed = parent ? (parent.rule.children ?? []) : ['document'];
  const where = parent ? `trong <${parent.token.name}>` : 'ở ngoài cùng';
  const hint =
    allowed.length > 0
      ? `Dùng một trong các thẻ: ${list(allowed)}`
      : `Bỏ thẻ này đi, ${where} không có thẻ nào`;
  if (!rule) return markupError('unknown-element', `Không có thẻ tên là <${name}>`, place, [hint]);
  // Nobody writes a <v>: it is what {{field}} printed.
  if (name === 'v') return misplacedField(token, where);
  return markupError('misplaced-element', `Thẻ <${name}> không được đặt ${where}`, place, [hint]);
}

function misplacedField({ attributes, place }: OpenToken, where: string): Diagnostic {
  const field = attributes.find((attribute) => attribute.name === 'f')?.value ?? '';
  const hints = ['Đặt giá trị vào một thẻ có chữ, như <p>…</p>'];
  const message = `Giá trị của trường "${field}" không được đặt ${where}`;
  return markupError('misplaced-element', message, place, hints);
}

function childErrors(
  token: OpenToken,
  rule: ElementRule,
  children: readonly (Element | TextNode)[],
): Diagnostic[] {
  const named = (name: string): Element[] =>
    children.filter((child): child is Element => child.type === 'element' && child.name === name);
  const missing = (rule.needed ?? [])
    .filter((name) => named(name).length === 0)
    .map((name) =>
      markupError('missing-element', `Thẻ <${token.name}> thiếu <${name}> ở trong`, token.place, [
        `Thêm <${name}>…</${name}> vào trong <${token.name}>`,
      ]),
    );
  const repeated = (rule.once ?? []).flatMap((name) =>
    named(name)
      .slice(1)
      .map((child) =>
        markupError(
          'duplicate-element',
          `Thẻ <${name}> có nhiều hơn một lần trong <${token.name}>`,
          child.place,
          [`Giữ lại một thẻ <${name}>`],
        ),
      ),
  );
  return [...missing, ...repeated];
}

function attributeErrors(token: OpenToken, rule: ElementRule): Diagnostic[] {
  const allowed = rule.attributes ?? [];
  const found: Diagnostic[] = [];
  token.attributes.forEach((attribute, index) => {
    const { name, place } = attribute;
    if (!allowed.includes(name)) {
      const hint =
        allowed.length > 0
          ? `Dùng một trong các thuộc tính: ${allowed.join(', ')}`
          : `Xóa thuộc tính ${name}`;
      found.push(
        markupError('unknown-attribute', `Thẻ <${token.name}> không có thuộc tính "${name}"`, place, [hint]),
      );
    } else if (token.attributes.findIndex((other) => other.name === name) < index) {
      found.push(
        markupError('duplicate-attribute', `Thuộc tính "${name}" của <${token.name}> ghi hai lần`, place, [
          'Giữ lại một lần',
        ]),
      );
    }
  });
  for (const name of rule.required ?? []) {
    if (token.attributes.some((attribute) => attribute.name === name && attribute.value.trim() !== ''))
      continue;
    found.push(
      markupError('missing-attribute', `Thẻ <${token.name}> thiếu thuộc tính "${name}"`, token.place, [
        `Viết <${token.name} ${name}="…">`,
      ]),
    );
  }
  return found;
}

function misplacedText(node: TextNode, parent: string | undefined): Diagnostic {
  const where = parent ? `trong <${parent}>` : 'ngoài <document>';
  const hint =
    parent && GRAMMAR[parent]?.content === 'nothing'
      ? `Đóng thẻ ngay: <${parent} …/>`
      : 'Đặt chữ vào một thẻ có chữ, như <p>…</p>';
  return markupError(
    'misplaced-text',
    `Chữ "${node.text.trim().slice(0, 40)}" không được đặt ${where}`,
    node.place,
    [hint],
  );
}
