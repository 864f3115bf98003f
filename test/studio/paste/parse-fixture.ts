import type { PasteElement, PasteNode } from '../../../src/studio/paste/paste-node.js';

const VOID = /^(?:br|hr|img|meta|link|input)$/;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  shy: '\u00ad',
  lt: '<',
  gt: '>',
  amp: '&',
  middot: '·',
};

interface Open {
  readonly element: PasteElement & { readonly children: PasteNode[] };
}

/** Well-formed HTML as the page's own parser would give it; comments and Word's conditions are left out as it leaves them. */
export function parseFixture(html: string): PasteElement {
  const root: Open = { element: { name: 'body', attributes: {}, children: [] } };
  const open = [root];
  for (const [token] of html.matchAll(/<!--[\s\S]*?-->|<![^>]*>|<[^>]*>|[^<]+/g)) {
    const top = open.at(-1)!.element;
    if (token.startsWith('<!')) continue;
    if (!token.startsWith('<')) top.children.push({ text: decode(token) });
    else if (token.startsWith('</')) {
      const name = token.slice(2, -1).toLowerCase();
      if (open.pop()?.element.name !== name) throw new Error(`${token} does not close what is open`);
    } else {
      const element = readTag(token);
      top.children.push(element);
      if (!VOID.test(element.name)) open.push({ element });
    }
  }
  if (open.length !== 1) throw new Error('an element stays open');
  return root.element;
}

function readTag(token: string): Open['element'] {
  const name = /^<([\w:]+)/.exec(token)?.[1]?.toLowerCase() ?? '';
  const attributes: Record<string, string> = {};
  for (const [, key = '', one, two, bare] of token.matchAll(/\s([\w-]+)=(?:'([^']*)'|"([^"]*)"|([^\s>]+))/g))
    attributes[key.toLowerCase()] = decode(one ?? two ?? bare ?? '');
  return { name, attributes, children: [] };
}

const decode = (text: string): string => text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '?');
