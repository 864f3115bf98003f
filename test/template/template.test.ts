import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, TextPlace } from '../../src/diagnostic/diagnostic.js';
import { precompileTemplate } from '../../src/template/precompile-template.js';
import type { TemplateValue } from '../../src/template/template-value.js';
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

  test('a single digit gets the zero of officials, which is not the field’s', () => {
    const zero = (typed: string): string => print('<p>Có {{official-number a}} buổi</p>', { a: typed });
    expect(zero('5')).toBe('<p>Có 0<v f="a">5</v> buổi</p>');
    for (const typed of ['05', '12', '0', '1/2', '1,2', 'ba', '', '<']) {
      expect(zero(typed)).toBe(`<p>Có <v f="a">${typed.replace('<', '&lt;')}</v> buổi</p>`);
    }
    expect(print('{{#each a}}{{official-number this.b}} {{/each}}', { a: [{ b: '1' }, { b: '10' }] })).toBe(
      '0<v f="a.0.b">1</v> <v f="a.1.b">10</v> ',
    );
  });

  test('words with a small or a capital first letter are still the field’s', () => {
    const lower = (a: string) => print('{{lower-first a}}', { a });
    expect(lower('Tổ chức <Hội nghị>')).toBe('<v f="a">tổ chức &lt;Hội nghị&gt;</v>');
    expect(lower('Ý kiến')).toBe('<v f="a">ý kiến</v>');
    for (const a of ['UBND tỉnh', 'tổ chức', '91 người', '']) expect(lower(a)).toBe(`<v f="a">${a}</v>`);
    const upper = (a: string) => print('{{upper-first a}}', { a });
    expect(upper('không quá 250')).toBe('<v f="a">Không quá 250</v>');
    expect(upper('đại biểu')).toBe('<v f="a">Đại biểu</v>');
    expect(upper('')).toBe('<v f="a"></v>');
  });

  test('a date in words is no more the field’s; of one that is not whole what is known', () => {
    const date = (a: string) => print('{{long-date a}}', { a });
    expect(date('2026-03-05')).toBe('ngày 05 tháng 3 năm 2026');
    expect(date('2026-02-15')).toBe('ngày 15 tháng 02 năm 2026');
    expect(date('2026-12')).toBe('tháng 12 năm 2026');
    expect(date('2026')).toBe('năm 2026');
    expect(date('')).toBe('<v f="a"></v>');
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

  test('filled: anything inside, but for the fields named', () => {
    const show = (group: TemplateValue) =>
      print('<p>{{#if (filled a "tieu_de")}}có{{else}}không{{/if}}</p>', { a: group });
    expect(show({ tieu_de: 'x', b: '', c: [] })).toBe('<p>không</p>');
    expect(show({ tieu_de: 'x', b: { tieu_de: 'y', d: '' }, c: [''] })).toBe('<p>không</p>');
    expect(show({ tieu_de: '', b: { d: 'z' } })).toBe('<p>có</p>');
    expect(show({ tieu_de: '', c: [{ d: '' }, { d: 'z' }] })).toBe('<p>có</p>');
  });

  test('begins, ends: one of the words, in capitals or not; what closes a sentence does not count', () => {
    const begun = (a: string) => judge('(begins a "trước" "chậm nhất")', { a });
    expect(['trước 10/3', 'Chậm nhất ngày 5', ' trước'].map(begun)).toEqual([true, true, true]);
    expect(['ngày trước', 'dự kiến', ''].map(begun)).toEqual([false, false, false]);
    const ended = (a: string) => judge('(ends a "." "…")', { a });
    expect(['Hết.', 'Hết...', 'Hết…', '**Hết.**', '“Hết.”', '(hết.) ', 'hết. *'].map(ended)).not.toContain(
      false,
    );
    expect(['Hết', 'Hết;', '(hết)', '10.3', ''].map(ended)).not.toContain(true);
  });

  test('any: something filled in at a field of an item', () => {
    const show = (a: readonly TemplateValue[]) => print('{{#if (any a "b")}}có{{else}}không{{/if}}', { a });
    expect(show([])).toBe('không');
    expect(
      show([
        { b: '', c: 'x' },
        { b: { d: '' }, c: 'x' },
      ]),
    ).toBe('không');
    expect(
      show([
        { b: '', c: '' },
        { b: { d: 'x' }, c: '' },
      ]),
    ).toBe('có');
    const { sites } = precompileTemplate('{{#if (any a "b")}}x{{/if}}', { file: 't.hbs' }).value!;
    expect(sites.map(({ field }) => field)).toEqual(['a.*.b', 'a']);
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
    ['<p a="{{official-number a}}">', 'template/unknown-helper t.hbs:1:7'],
    ['<p a="{{lower-first a}}">', 'template/unknown-helper t.hbs:1:7'],
    ['{{long-date a b}}', 'template/unknown-helper t.hbs:1:1'],
    ['{{official-number a b}}', 'template/unknown-helper t.hbs:1:1'],
    ['{{$official a}}', 'template/unknown-helper t.hbs:1:1'],
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
