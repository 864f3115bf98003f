import { beforeAll, describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../../../src/form/field.js';
import { partsOf } from '../../../../src/form/key-table.js';
import { blankLabel, chosen, writtenAs } from '../../../../src/studio/client/form/choices.js';
import { findFields } from '../../../../src/studio/client/form/find-fields.js';
import {
  mainPaper,
  paperFields,
  papersField,
  shownFields,
} from '../../../../src/studio/client/form/papers.js';
import { sectionsOf } from '../../../../src/studio/client/form/sections.js';
import { isExtra, widgetOf } from '../../../../src/studio/client/form/widget-of.js';
import type { KindInfo } from '../../../../src/studio/protocol.js';
import { kindOf, loadKindInfos } from './kinds.js';

let kinds: readonly KindInfo[];
beforeAll(async () => {
  kinds = await loadKindInfos();
});

function fieldAt(slug: string, path: string): FieldDefinition {
  let field: FieldDefinition | undefined;
  let among = kindOf(kinds, slug).fields;
  for (const key of path.split('.')) {
    field = among.find((one) => one.key === key);
    among = partsOf(field?.item ?? field!);
  }
  return field!;
}

describe('which control a field gets', () => {
  test.each([
    ['plan', 'trich_yeu', 'prose'],
    ['plan', 'noi_dung', 'outline'],
    ['plan', 'ngay_ban_hanh', 'date'],
    ['plan', 'so_ky_hieu', 'parts'],
    ['plan', 'le_trang', 'parts'],
    ['plan', 'huong_giay', 'radios'],
    ['plan', 'gian_dong', 'select'],
    ['plan', 'so_don_vi', 'file'],
    ['plan', 'noi_nhan', 'lines'],
    ['plan', 'nguoi_ky', 'group'],
    ['plan', 'kem_theo', 'cards'],
    ['conference-plan', 'cap_to_chuc', 'cards'],
    ['conference-plan', 'cap_to_chuc.cap', 'select'],
    ['conference-plan', 'cap_to_chuc.thoi_gian.han', 'line'],
    ['conference-plan', 'cap_to_chuc.so_luong.muc', 'lines'],
    ['conference-plan', 'to_chuc_thuc_hien.danh_sach.viec', 'rows'],
    ['conference-plan', 'don_vi_lam_diem.danh_sach', 'rows'],
    ['annual-work-plan', 'nhiem_vu.quy_i', 'grid'],
    ['deadline-sheet', 'cap_thuc_hien.viec', 'grid'],
    ['registration-form', 'cac_muc', 'cards'],
    ['registration-form', 'cac_muc.o_trong_dong', 'grid'],
  ])('%s %s: %s', (slug, path, widget) => {
    expect(widgetOf(fieldAt(slug, path))).toBe(widget);
  });

  test('few papers need some fields of a group, and these are offered', () => {
    expect(isExtra(fieldAt('conference-plan', 'cap_to_chuc.thoi_gian.viet_la'))).toBe(true);
    expect(isExtra(fieldAt('conference-plan', 'cap_to_chuc.thoi_gian.han'))).toBe(false);
    expect(isExtra(fieldAt('plan', 'kem_theo.nam'))).toBe(true);
    expect(isExtra(fieldAt('plan', 'kem_theo.ten'))).toBe(false);
  });
});

test('every field of every kind stands in one section, in the order of the form, and no heading stands twice', () => {
  for (const kind of kinds) {
    const sections = sectionsOf(kind.fields);
    const placed = sections.flatMap(({ fields }) => fields);
    expect(new Set(placed)).toEqual(new Set(kind.fields));
    expect(placed.length).toBe(kind.fields.length);
    const inOrder = (some: readonly (typeof placed)[number][]) =>
      [...some].sort((one, other) => kind.fields.indexOf(one) - kind.fields.indexOf(other));
    for (const { fields } of sections) expect(fields).toEqual(inOrder(fields));
    const firsts = sections.map(({ fields }) => fields[0]!);
    expect(firsts).toEqual(inOrder(firsts));
    const headings = sections.map(({ title }) => title);
    expect(new Set(headings).size, headings.join(', ')).toBe(headings.length);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
  }
  const titles = sectionsOf(kindOf(kinds, 'plan').fields).map(({ title, isRare }) =>
    isRare ? `(${title})` : title,
  );
  expect(titles).toEqual([
    'Phần đầu văn bản',
    'Căn cứ',
    'Nội dung',
    'Nơi nhận',
    'Người ký',
    'Kèm theo',
    '(Cách trình bày)',
    '(Độ mật, độ khẩn, liên hệ)',
  ]);
});

describe('a choice', () => {
  test('says what holds when it is left blank', () => {
    expect(blankLabel(fieldAt('plan', 'ket_thuc'))).toBe('để trống: ./.');
    expect(blankLabel(fieldAt('plan', 'co_chu_noi_dung'))).toBe('để trống: 14');
    expect(blankLabel(fieldAt('plan', 'hinh_thuc_van_ban'))).toBe('để trống: giấy');
    expect(blankLabel(fieldAt('plan', 'can_cu.kieu'))).toBe('để trống: chữ nghiêng theo Nghị định 30');
    expect(blankLabel(fieldAt('hall-banner', 'kho_giay'))).toBe('để trống: A4 ngang');
    expect(blankLabel(fieldAt('report-outline', 'cach_trinh_bay'))).toBe('để trống: văn bản riêng');
    expect(blankLabel(fieldAt('hall-banner', 'phong.bo_cuc'))).toBe('để trống');
  });

  test('is written so that it is read again, for every choice of every kind', () => {
    const visit = (field: FieldDefinition): void => {
      for (const choice of field.choices ?? [])
        expect(chosen(field, writtenAs(field, choice))?.value).toBe(choice.value);
      [...partsOf(field), ...(field.item === undefined ? [] : [field.item])].forEach(visit);
    };
    for (const kind of kinds) kind.fields.forEach(visit);
  });
});

describe('a set of papers', () => {
  test('has the fields of its papers kinds, once each, the shared ones apart', () => {
    const set = kindOf(kinds, 'dossier');
    const list = papersField(set)!;
    const { about, own, shared } = paperFields(set, list.item!, kindOf(kinds, 'plan'), true, kinds);
    expect(about.map(({ key }) => key)).toEqual(['loai_van_ban', 'ten_tep', 'cach_gui']);
    expect(own.map(({ key }) => key)).toContain('noi_dung');
    expect(own.map(({ key }) => key)).not.toContain('co_quan_ban_hanh');
    expect(shared.map(({ key }) => key)).toContain('trich_yeu');
    expect(shared.every(({ required }) => !required)).toBe(true);
    const sent = paperFields(set, list.item!, kindOf(kinds, 'plan'), false, kinds);
    expect(sent.own.map(({ key }) => key)).toContain('trich_yeu');
    // What a registration form calls its superior is the set's own agency; its unit is nobody's but its own.
    const form = paperFields(set, list.item!, kindOf(kinds, 'registration-form'), false, kinds);
    expect(form.shared.map(({ key }) => key)).toContain('co_quan_chu_quan');
    expect(form.own.map(({ key }) => key)).toContain('co_quan_ban_hanh');
  });

  test('knows its main paper', () => {
    const item = papersField(kindOf(kinds, 'dossier'))!.item!;
    expect(mainPaper(item, ['gửi kèm', 'văn bản chính'])).toBe(1);
    expect(mainPaper(item, ['', 'gửi kèm'])).toBe(0);
  });

  test('shows the name of its kind to be chosen, and its list of papers elsewhere', () => {
    const keys = shownFields(kindOf(kinds, 'dossier')).map(({ key }) => key);
    expect(keys).toContain('loai_van_ban');
    expect(keys).not.toContain('van_ban');
    expect(shownFields(kindOf(kinds, 'plan')).map(({ key }) => key)).not.toContain('loai_van_ban');
  });
});

test('fields are found by label and by text, without accents', () => {
  const { fields } = kindOf(kinds, 'plan');
  const values = { noi_nhan: ['Các ban', 'Lưu: VT'], nguoi_ky: { ho_ten: 'Nguyễn Văn A' } };
  expect(findFields(fields, values, 'ho ten').map(({ path }) => path)).toEqual(['nguoi_ky.ho_ten']);
  expect(findFields(fields, values, 'luu: vt')).toEqual([
    { path: 'noi_nhan.1', label: 'Nơi nhận (mục 2)', value: 'Lưu: VT' },
  ]);
  expect(findFields(fields, values, '  ')).toEqual([]);
});
