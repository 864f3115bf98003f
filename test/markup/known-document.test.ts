import { expect, test } from 'vitest';
import type { Block, Document } from '../../src/document/ast.js';
import { parseMarkup } from '../../src/markup/parse-markup.js';

const main = (blocks: string): string => `<section role="main">${blocks}</section>`;
const sent = (blocks: string, role = 'enclosure'): string => `<section role="${role}">${blocks}</section>`;
const paper = (sections: string, settings = ''): string =>
  `<?at 3 a/template.hbs?><document kind="a" kind-name="A" ${settings}>\n${sections}\n</document>`;
const read = (sections: string, settings?: string): Document => {
  const { value, diagnostics } = parseMarkup(paper(sections, settings), { file: 'a' });
  expect(diagnostics).toEqual([]);
  return value!;
};
const blocksOf = (document: Document): readonly Block[] => document.sections[0]!.blocks;

test('blocks of the same markup are the same nodes, others are not', () => {
  const first = read(main('<p>một <v f="a">hai</v></p><unit level="dash">ba</unit><p>bốn</p>'));
  const second = read(
    main('<p>năm</p><?at 9 b.hbs?> <p>một <v f="a">hai</v></p><p>một <v f="b">hai</v></p>'),
  );
  expect(blocksOf(second)[1]).toBe(blocksOf(first)[0]);
  expect(blocksOf(second)[2]).toMatchObject({ content: [{}, { origin: { path: 'b' } }] });
});

test('what is sent with a paper is the same section; of another role, or with other settings of the paper, it is not mixed up', () => {
  const text = '<title><kind-title>ĐỀ CƯƠNG</kind-title></title><outline f="b">I. A</outline>';
  const first = read(main('<p>một</p>') + sent(text));
  const second = read(main('<p>hai</p>') + sent(text), 'body-size="13"');
  expect(second.sections[1]).toBe(first.sections[1]);
  expect(second.settings).toEqual({ medium: 'paper', bodySize: 13 });
  expect(blocksOf(second)).toEqual(blocksOf(read(main('<p>hai</p>'))));
  const third = read(main('<p>một</p>') + sent(text, 'form'));
  expect(third.sections[1]).toMatchObject({ role: 'form', blocks: first.sections[1]!.blocks });
});

test('a signature is the row’s own, its recipients are those of the rows before', () => {
  const signature = (name: string, recipients: string): string =>
    `<signature f="k"><recipients>${recipients}</recipients><signer><full-name>${name}</full-name></signer></signature>`;
  const recipients = '<recipient>Sở A</recipient> <recipient>Lưu: VT</recipient>';
  const [first] = blocksOf(read(main(signature('B', recipients))));
  const [second] = blocksOf(read(main(signature('C', recipients))));
  if (first?.type !== 'signature' || second?.type !== 'signature') throw new Error('no signature');
  expect(second.recipients).toBe(first.recipients);
  expect([first, second].map(({ signer }) => signer.fullName)).toMatchObject([
    [{ text: 'B' }],
    [{ text: 'C' }],
  ]);
  expect(second.origin).toEqual({ type: 'field', path: 'k', offset: 0 });
});

test('what is wrong is told at its own place each time, also where the same was right before', () => {
  const right = '<p>một</p>';
  const wrong = '<unit>hai</unit>';
  read(main(right));
  for (const before of ['', right, right + right]) {
    const markup = paper(main(before + wrong + right));
    const { value, diagnostics } = parseMarkup(markup, { file: 'a' });
    const start = markup.indexOf('<unit>') - '<?at 3 a/template.hbs?>'.length + 3;
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'markup/missing-attribute', place: { file: 'a/template.hbs', start } },
    ]);
  }
});

test.each([
  ['a block twice open', '<p>a<p>b</p>', 'markup/unclosed-tag'],
  ['text between blocks', '<p>a</p>b<p>c</p>', 'markup/misplaced-text'],
  ['a block that belongs nowhere', '<p>a</p><q>b</q>', 'markup/unknown-element'],
  ['a part of a block alone', '<recipients></recipients>', 'markup/misplaced-element'],
  ['an end too many', '<p>a</p></p>', 'markup/unexpected-end-tag'],
  ['a wrong width of a blank', '<p><blank label="a" width="b"/></p>', 'markup/bad-attribute'],
  ['a section in a section', '<p>a</p><section role="form"></section>', 'markup/unclosed-tag'],
  [
    'recipients twice',
    '<signature><recipients></recipients><recipients ></recipients ><signer></signer></signature>',
    'markup/duplicate-element',
  ],
])('%s is refused', (_, blocks, code) => {
  for (let times = 0; times < 2; times += 1) {
    const { value, diagnostics } = parseMarkup(paper(main(blocks)), { file: 'a' });
    expect(value).toBeUndefined();
    expect(diagnostics.map((found) => found.code)).toContain(code);
  }
});
