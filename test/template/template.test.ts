import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, TextPlace } from '../../src/diagnostic/diagnostic.js';
import { precompileTemplate } from '../../src/template/precompile-template.js';
import { partialsOf, print, render } from './print.js';

describe('provenance', () => {
  test('a value in text is printed with its path', () => {
    expect(print('<p>{{a}} {{b.c}}</p>', { a: 'một', b: { c: 'hai' } })).toBe(
      '<p><v f="a">một</v> <v f="b.c">hai</v></p>',
    );
  });

  test('items of lists have their position, through nested lists and ../', () => {
    const source =
      '{{#each a}}{{ten}}{{#each con}}{{this}}{{../ten}}{{../../b}}{{@root.b}}{{/each}}{{/each}}';
    const values = {
      a: [
        { ten: 'x', con: ['1'] },
        { ten: 'y', con: ['2', '3'] },
      ],
      b: 'z',
    };
    const printed = [...print(source, values).matchAll(/<v f="([^"]*)">(.)<\/v>/g)].map(
      ([, path, text]) => `${path}=${text}`,
    );
    expect(printed).toEqual([
      ...['a.0.ten=x', 'a.0.con.0=1', 'a.0.ten=x', 'b=z', 'b=z'],
      ...['a.1.ten=y', 'a.1.con.0=2', 'a.1.ten=y', 'b=z', 'b=z'],
      ...['a.1.con.1=3', 'a.1.ten=y', 'b=z', 'b=z'],
    ]);
  });

  test('conditions and {{else}} change no names', () => {
    const source =
      '{{#each a}}{{#if this}}{{this}}{{else}}{{../b}}{{/if}}{{/each}}{{#each c}}x{{else}}{{b}}{{/each}}';
    expect(print(source, { a: ['1', ''], b: 'z', c: [] })).toBe(
      '<v f="a.0">1</v><v f="b">z</v><v f="b">z</v>',
    );
  });

  test('a partial reads in the context that it is given', () => {
    const partials = { muc: '<p>{{ten}}{{../b}}{{> con}}</p>', con: '{{#each this.con}}{{this}}{{/each}}' };
    expect(
      print(
        '{{#each a}}{{> muc}}{{/each}}{{> muc g}}',
        { a: [{ ten: 'x', con: ['1'] }], b: 'z', g: { ten: 'y', con: [] } },
        partials,
      ),
    ).toBe(
      '<p><v f="a.0.ten">x</v><v f="b">z</v><v f="a.0.con.0">1</v></p><p><v f="g.ten">y</v><v f="b">z</v></p>',
    );
  });

  test('an attribute gets the bare value, or the path', () => {
    expect(print('<p a="{{a}}" f="{{path b.c}}">{{a}}</p>', { a: '"x" > y', b: { c: 'z' } })).toBe(
      '<p a="&quot;x&quot; &gt; y" f="b.c"><v f="a">&quot;x&quot; &gt; y</v></p>',
    );
  });

  test('fixed words of the kind are no field', () => {
    expect(print('<p a="{{@kind.title}}">{{@kind.title}}</p>', {})).toBe(
      '<p a="KẾ &lt;HOẠCH&gt;">KẾ &lt;HOẠCH&gt;</p>',
    );
  });

  test('literal text is marked with its place in its own file', () => {
    const source = '{{#if a}}\n  <p>x</p>\n{{/if}}\n{{> con}}';
    const con = '{{!-- ghi chú --}}\r\n\r\n<q b="{{a}}">y</q>';
    const { value = '' } = render(source, { a: '1' }, { con });
    for (const [, offset, file, text] of value.matchAll(/<\?at (\d+) (\S+)\?>([^<]*<?[a-z]*)/g)) {
      const origin = file === 't.hbs' ? source : con;
      expect(origin.slice(Number(offset), Number(offset) + text!.length)).toBe(text);
    }
    expect([...value.matchAll(/<\?at/g)].length).toBe(3);
  });
});

describe('conditions', () => {
  const judge = (condition: string, values: Readonly<Record<string, string | readonly string[]>>): boolean =>
    print(`{{#if ${condition}}}có{{else}}không{{/if}}`, values) === 'có';

  test('eq, and, or, not; an empty text and an empty list are nothing', () => {
    expect(judge('(eq a "x")', { a: 'x' })).toBe(true);
    expect(judge('(eq a "x")', { a: 'y' })).toBe(false);
    expect(judge('(and a b)', { a: 'x', b: 'y' })).toBe(true);
    expect(judge('(and a b)', { a: 'x', b: [] })).toBe(false);
    expect(judge('(or a b)', { a: '', b: ['y'] })).toBe(true);
    expect(judge('(or a b)', { a: '', b: [] })).toBe(false);
    expect(judge('(not a)', { a: '' })).toBe(true);
    expect(judge('(not (eq a b))', { a: '1', b: '1' })).toBe(false);
  });

  test('@first and @last in a list, also from a list inside', () => {
    expect(
      print('{{#each a}}{{#unless @first}}, {{/unless}}{{this}}{{#if @last}}.{{/if}}{{/each}}', {
        a: ['1', '2'],
      }),
    ).toBe('<v f="a.0">1</v>, <v f="a.1">2</v>.');
    expect(
      print('{{#each a}}{{#each b}}{{#if @../last}}!{{/if}}{{/each}}{{/each}}', {
        a: [{ b: ['1'] }, { b: ['1', '2'] }],
      }),
    ).toBe('!!');
  });
});

describe('data is data', () => {
  test('markup, entities and mustaches stay text', () => {
    for (const text of [
      '</p></v><section>',
      '{{x}}',
      '{{{x}}}',
      '&amp;',
      '<?at 5 x?>',
      '" onclick="',
      "'`=",
    ]) {
      const printed = print('<p a="{{a}}">{{a}}</p>', { a: text });
      expect(printed.replaceAll(/<\/?[pv]( [a-z]="[^"<>]*")?>/g, '')).not.toMatch(/[<>"]/);
      expect(printed).not.toContain(text === '{{x}}' || text === '{{{x}}}' ? '<v f="x">' : `>${text}<`);
    }
  });

  test('a key of the prototype is no value', () => {
    for (const key of ['constructor', '__proto__', 'toString', 'length']) {
      expect(render(`{{a.${key}}}`, { a: { b: 'x' } }).diagnostics.map((d) => d.code)).toEqual([
        'template/missing-value',
      ]);
    }
  });
});

/** "code line:column" in the file's own text. */
const shown = ({ code, place }: Diagnostic, files: Readonly<Record<string, string>>): string => {
  const { file, start } = place as TextPlace;
  const before = files[file]!.slice(0, start).split(/\r\n?|\n/);
  return `${code} ${file}:${before.length}:${before.at(-1)!.length + 1}`;
};

describe('a value that is missing', () => {
  test('is an error at its line, and all of them are told', () => {
    const source = '<p>\n  {{co}}\n  {{khong}} {{nhom.khong}}\n{{#if thieu}}{{/if}}\n{{> con}}</p>';
    const con = '\r\n{{#each a}}\r\n {{ten}}{{/each}}{{#each co}}{{/each}}{{nhom}}{{#each mat}}{{/each}}';
    const { value, diagnostics } = render(source, { co: 'x', nhom: {}, a: [{ ten: 'x' }, {}] }, { con });
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => shown(diagnostic, { 't.hbs': source, 'con.hbs': con }))).toEqual([
      'template/missing-value t.hbs:3:3',
      'template/missing-value t.hbs:3:13',
      'template/missing-value t.hbs:4:7',
      'template/missing-value con.hbs:3:2',
      'template/not-a-list con.hbs:3:26',
      'template/not-a-text con.hbs:3:39',
      'template/missing-value con.hbs:3:55',
    ]);
    expect(diagnostics[1]?.message).toBe('Mẫu cần giá trị "nhom.khong" mà biểu mẫu không có');
    expect(diagnostics[3]?.message).toContain('"a.1.ten"');
    expect(diagnostics[3]?.hints?.[0]).toContain('"a.*.ten"');
  });
});

describe('a template that is refused', () => {
  const CASES: readonly (readonly [source: string, ...expected: string[]])[] = [
    ['<p>{{{a}}}</p>', 'template/unescaped t.hbs:1:7'],
    ['<p>{{&a}}</p>', 'template/unescaped t.hbs:1:7'],
    ['{{#if a}}\n<p>', 'template/bad-syntax t.hbs:1:1'],
    ['<p>\n{{#each a}}{{#if b}}{{/each}}', 'template/bad-syntax t.hbs:2:12'],
    ['<p>\n{{a b=}}', 'template/bad-syntax t.hbs:2:1'],
    ['{{/if}}', 'template/bad-syntax t.hbs:1:1'],
    ['<p>\n {{upper a}}', 'template/unknown-helper t.hbs:2:2'],
    ['{{#with a}}{{/with}}', 'template/unknown-helper t.hbs:1:1'],
    ['{{#a}}x{{/a}}', 'template/unknown-helper t.hbs:1:1'],
    ['{{#if a b}}x{{/if}}', 'template/unknown-helper t.hbs:1:1'],
    ['{{#if (lookup a "b")}}x{{/if}}', 'template/unknown-helper t.hbs:1:7'],
    ['{{lookup a "b"}}{{log a}}', 'template/unknown-helper t.hbs:1:1', 'template/unknown-helper t.hbs:1:17'],
    ['{{#if 5}}x{{/if}}', 'template/unsupported t.hbs:1:7'],
    ['{{"chữ"}}{{5}}', 'template/unsupported t.hbs:1:3', 'template/unsupported t.hbs:1:12'],
    ['{{path "a"}}', 'template/unsupported t.hbs:1:8'],
    ['{{@index}}{{@kind.ten}}', 'template/unsupported t.hbs:1:3', 'template/unsupported t.hbs:1:13'],
    ['{{../a}}', 'template/unsupported t.hbs:1:3'],
    ['{{#each a as |b|}}{{b}}{{/each}}', 'template/unsupported t.hbs:1:1'],
    ['{{#if @first}}x{{/if}}', 'template/unsupported t.hbs:1:7'],
    ['{{* trang_tri}}', 'template/unsupported t.hbs:1:1'],
    ['{{#> con}}x{{/con}}', 'template/unsupported t.hbs:1:1'],
    ['{{> khong_co}}', 'template/unknown-partial t.hbs:1:1'],
    ['{{> (lookup a "b")}}', 'template/unknown-partial t.hbs:1:1'],
    ['{{> constructor}}', 'template/unknown-partial t.hbs:1:1'],
    ['{{> vong}}', 'template/unsupported vong.hbs:1:4'],
    ['{{> con a=b}}', 'template/unsupported t.hbs:1:1'],
    ['<p {{a}}="x">', 'template/unsupported t.hbs:1:6'],
    ['<{{a}}>', 'template/unsupported t.hbs:1:4'],
    ['<p{{#if a}}>{{else}} x=""{{/if}}>', 'template/split-tag t.hbs:1:3'],
  ];

  test.each(CASES)('%s', (source, ...expected) => {
    const files = { con: '', vong: '<p>{{> vong}}</p>' };
    const { value, diagnostics } = precompileTemplate(source, { file: 't.hbs', partials: partialsOf(files) });
    const texts = { 't.hbs': source, 'con.hbs': files.con, 'vong.hbs': files.vong };
    expect(diagnostics.map((diagnostic) => shown(diagnostic, texts))).toEqual(expected);
    expect(value).toBeUndefined();
  });

  test('whatever it is, nothing is thrown', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{{',
        '}}',
        '{{{',
        '#if a',
        '/if',
        'else',
        '#each b',
        '/each',
        '> con',
        ' a',
        '"',
        '<p>',
        '</p>',
        '../',
        '@root.',
        '(eq a b)',
      ),
      fc.constantFrom(
        '{{#if a}}',
        '{{/if}}',
        '{{else}}',
        '{{#each b}}',
        '{{/each}}',
        '{{this}}',
        '{{a}}',
        '{{^}}',
        '{{!x}}',
        '\\{{',
        '~',
        '\r\n',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { value, diagnostics } = precompileTemplate(pieces.join(''), {
          file: 't.hbs',
          partials: partialsOf({ con: 'x' }),
        });
        expect(value === undefined).toBe(diagnostics.length > 0);
      }),
      { numRuns: 2000 },
    );
  });
});
