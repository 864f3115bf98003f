import { describe, expect, it } from 'vitest';
import { readFormModel } from '../../../src/form/edit/read-form-model.js';
import { typedValues } from '../../../src/form/edit/typed-values.js';
import { bare, edit, KINDS, kindOf, leaves, rawOf, SAMPLES, withAt } from './forms.js';

const comments = (text: string): readonly string[] => text.match(/(?:^|[ \t])#(?: .*|$)/gm) ?? [];
const trim = (line: string): string => line.trim();
/** Of a text of several lines only one is changed. */
const another = (text: string): string =>
  text.includes('\n')
    ? text.replace(/\n.*\n|\n.*$/, '\nDòng khác: "1" # 2 **x**\n')
    : /^\d+$/.test(text)
      ? `${text}1`
      : `${text} khác`.trim();

describe.each(SAMPLES)('%s', (_file, text) => {
  const kind = kindOf(text);
  const model = readFormModel(text, kind, KINDS);
  const whole = bare(rawOf(text, kind));

  it('is read whole', () => {
    expect(model.strays).toEqual([]);
    expect(bare(typedValues(model))).toEqual(whole);
  });

  it('does not change when every field is set to what it is', () => {
    const edits = leaves(model).map(({ path, text: value }) => ({ type: 'set' as const, path, value }));
    expect(edit(text, kind, ...edits).changes).toEqual([]);
    const values = Object.entries(typedValues(model));
    expect(
      edit(text, kind, ...values.map(([path, value]) => ({ type: 'set' as const, path, value }))).changes,
    ).toEqual([]);
  });

  it('changes nothing but the field that is set, and gets its letters back', () => {
    const chosen = leaves(model).filter(
      ({ path, isGiven }, index) => !path.endsWith('loai_van_ban') && index % (isGiven ? 2 : 9) === 0,
    );
    for (const { path, formPath, isGiven, text: old } of chosen) {
      const value = another(old);
      const made = edit(text, kind, { type: 'set', path, value });
      expect(bare(rawOf(made.text, kind)), path).toEqual(bare(withAt(whole, formPath, value)));
      if (isGiven) expect(made.text.split('\n').length, path).toBe(text.split('\n').length);
      expect(comments(made.text), path).toEqual(expect.arrayContaining(comments(text) as string[]));
      const left = new Set(made.text.split('\n').map(trim));
      const gone = text.split('\n').filter((line) => !left.has(trim(line)));
      expect(gone.length, `${path}: ${gone.join('\n')}`).toBeLessThanOrEqual(1);
      const back = edit(made.text, kind, { type: 'set', path, value: old });
      if (old !== '') expect(back.text, path).toBe(text);
      else expect(edit(back.text, kind, { type: 'set', path, value }).text, path).toBe(made.text);
    }
  });
});
