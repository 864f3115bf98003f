import { expect, test } from 'vitest';
import { findKind } from '../../src/cli/find-kind.js';
import type { PressKind } from '../../src/cli/press.js';

const kind = (slug: string, name: string, aliases: readonly string[] = []): PressKind =>
  ({ slug, name, aliases }) as unknown as PressKind;
const KINDS: readonly PressKind[] = [
  kind('plan', 'Kế hoạch'),
  kind('hall-banner', 'Phông hội nghị (maket)'),
  kind('dossier', 'Bộ văn bản', ['Bộ văn bản của hội nghị']),
];
const meant = (typed: string): readonly string[] =>
  findKind(typed, KINDS).diagnostics[0]?.hints?.filter((hint) => hint.startsWith('Có phải')) ?? [];

test('a word of a kind’s name leads to the kind', () => {
  const banner = 'Có phải ý bạn là "hall-banner" (Phông hội nghị (maket))?';
  expect(meant('maket')).toEqual([banner]);
  expect(meant('phông')).toEqual([banner]);
  expect(meant('hội nghị')).toEqual([banner, 'Có phải ý bạn là "dossier" (Bộ văn bản)?']);
});

test('part of a word, and nothing typed, lead to none', () => {
  expect(meant('ket')).toEqual([]);
  expect(meant('')).toEqual([]);
});

test('another name of a kind finds it', () => {
  expect(findKind('bo van ban cua hoi nghi', KINDS).value?.slug).toBe('dossier');
});

test.each(['Bộ văn bản của hội nghị', 'bo van ban cua hoi nghi', 'dossier'])('"%s" is a dossier', (typed) => {
  expect(findKind(typed, KINDS).value?.slug).toBe('dossier');
});
