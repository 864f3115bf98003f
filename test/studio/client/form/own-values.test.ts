import { beforeAll, describe, expect, test } from 'vitest';
import { newForm } from '../../../../src/form/edit/new-form.js';
import { readFormModel } from '../../../../src/form/edit/read-form-model.js';
import { typedValues } from '../../../../src/form/edit/typed-values.js';
import { valueAt } from '../../../../src/form/value-at.js';
import { isGroup } from '../../../../src/studio/client/form/form-edit.js';
import { editKindOf } from '../../../../src/studio/client/form/form-values.js';
import { ownSections } from '../../../../src/studio/client/own/own-fields.js';
import { agencyOf, newFormValues, shownValues } from '../../../../src/studio/client/own/own-values.js';
import { EMPTY_OWN } from '../../../../src/studio/client/store/state.js';
import type { KindInfo, OwnAgency } from '../../../../src/studio/protocol.js';
import { kindOf, loadKindInfos } from './kinds.js';

const OWN: OwnAgency = {
  values: {
    co_quan_chu_quan: 'Tổng Liên đoàn Lao động Việt Nam',
    co_quan_ban_hanh: 'Liên đoàn Lao động tỉnh A',
    'so_ky_hieu.ky_hieu': 'LĐLĐ',
    dia_danh: 'Tỉnh A',
    noi_nhan: ['Thường trực Tỉnh ủy (b/c)', '', 'Lưu: VT'],
  },
  signers: [
    { capacity: 'TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', fullName: 'Trần Thị B' },
    { capacity: '', position: 'CHỦ TỊCH', fullName: 'Nguyễn Văn A' },
  ],
};

let kinds: readonly KindInfo[];
beforeAll(async () => {
  kinds = await loadKindInfos();
});

describe('a new form', () => {
  test('has the agency and its first signer', () => {
    expect(newFormValues(OWN, kindOf(kinds, 'plan'), kinds)).toEqual({
      co_quan_chu_quan: 'Tổng Liên đoàn Lao động Việt Nam',
      co_quan_ban_hanh: 'Liên đoàn Lao động tỉnh A',
      so_ky_hieu: { so: '', ky_hieu: 'KH-LĐLĐ' },
      dia_danh: 'Tỉnh A',
      noi_nhan: ['Thường trực Tỉnh ủy (b/c)', 'Lưu: VT'],
      nguoi_ky: {
        quyen_han: ['TM. BAN THƯỜNG VỤ', 'KT. CHỦ TỊCH'],
        chuc_vu: 'PHÓ CHỦ TỊCH',
        ho_ten: 'Trần Thị B',
      },
    });
  });

  test('to be filled in by others has the agency where its superior stands, and nothing of its own', () => {
    expect(newFormValues(OWN, kindOf(kinds, 'registration-form'), kinds)).toEqual({
      co_quan_chu_quan: 'Liên đoàn Lao động tỉnh A',
      so_ky_hieu: { so: '', ky_hieu: 'ĐK-…' },
    });
  });

  test('has a symbol that begins as those of its kind do, of a set as its main paper', () => {
    const symbols = kinds.flatMap((kind) => {
      const symbol = newFormValues(OWN, kind, kinds)['so_ky_hieu'];
      return isGroup(symbol) ? [[kind.slug, symbol['ky_hieu']]] : [];
    });
    expect(Object.fromEntries(symbols)).toEqual({
      plan: 'KH-LĐLĐ',
      'annual-work-plan': 'KH-LĐLĐ',
      'conference-plan': 'KH-LĐLĐ',
      'emulation-launch-plan': 'KH-LĐLĐ',
      'registration-form': 'ĐK-…',
      'report-outline': 'ĐC-LĐLĐ',
      // It bears the number of the plan that it goes with.
      'hall-banner': 'KH-LĐLĐ',
      dossier: 'KH-LĐLĐ',
    });
    const said = { van_ban: [{ loai_van_ban: 'Đề cương báo cáo' }, { loai_van_ban: 'Kế hoạch' }] };
    const ofSet = newFormValues(OWN, kindOf(kinds, 'dossier'), kinds, said);
    expect(ofSet['so_ky_hieu']).toEqual({ so: '', ky_hieu: 'ĐC-LĐLĐ' });
  });

  test('of an agency that said nothing says its kind alone', () => {
    for (const kind of kinds) {
      const said = Object.keys(newFormValues(EMPTY_OWN, kind, kinds));
      expect(said.filter((key) => key !== 'so_ky_hieu')).toEqual([]);
    }
  });

  test('of every kind reads back as what it was made of', () => {
    for (const kind of kinds) {
      const edited = kinds.map(editKindOf);
      const text = newForm(
        { ...editKindOf(kind), sample: kind.sample },
        newFormValues(OWN, kind, kinds),
        edited,
      );
      const values = typedValues(readFormModel(text, editKindOf(kind), edited));
      expect([kind.name, ...kind.aliases]).toContain(values['loai_van_ban']);
      for (const [path, value] of Object.entries(newFormValues(OWN, kind, kinds)))
        expect(valueAt(values, path), `${kind.slug} ${path}`).toEqual(value);
    }
  });
});

describe('"Cơ quan của tôi"', () => {
  test('remembers what it shows', () => {
    expect(agencyOf(shownValues(OWN))).toEqual(OWN);
    expect(agencyOf(shownValues(EMPTY_OWN))).toEqual(EMPTY_OWN);
  });

  test('asks in the words of the kinds, and requires nothing', () => {
    const fields = ownSections(kinds).flatMap((section) => section.fields);
    expect(fields.map(({ label }) => label)).toEqual([
      'Cơ quan chủ quản',
      'Cơ quan ban hành',
      'Ký hiệu cơ quan',
      'Địa danh',
      'Nhân danh',
      'Người ký',
      'Nơi nhận',
      'Ký hiệu người soạn thảo',
      'Địa chỉ liên hệ',
      'Thể thức',
    ]);
    expect(fields.every(({ required }) => !required)).toBe(true);
  });
});
