/** The name under which a `style` attribute comes through the page's own parser. */
export const KEPT_STYLE = 'data-kept-style';

const TAG = /<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const QUOTED_OR_NAME = /"[^"]*"|'[^']*'|[^\s"'=/]+/g;

/**
 * A page's text whose styles are read but never applied: a policy without inline styles has the parser complain of each. Style
 * sheets are left out, `style` attributes get another name.
 */
export const keepStyles = (html: string): string =>
  html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(TAG, (_tag, name: string, rest: string) => `<${name}${renamed(rest)}>`);

const renamed = (attributes: string): string =>
  attributes.replace(QUOTED_OR_NAME, (word, at: number) => {
    const isValue = attributes.slice(0, at).trimEnd().endsWith('=');
    return word.toLowerCase() === 'style' && !isValue ? KEPT_STYLE : word;
  });
