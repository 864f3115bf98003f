import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLegacyText } from '../../src/vietnamese/legacy-encodings.js';
import { isVietnameseSyllable } from '../../src/vietnamese/syllable.js';
import { SPECIFIED } from '../form/plan-fields.js';

const TCVN3 = [
  ['C«ng ®oµn viªn chøc tØnh Lai Ch©u', 'Công đoàn viên chức tỉnh Lai Châu'],
  ['KÕ ho¹ch tæ chøc Héi nghÞ ®iÓn h×nh tiªn tiÕn', 'Kế hoạch tổ chức Hội nghị điển hình tiên tiến'],
  ['Ng­êi ký: NguyÔn V¨n A', 'Người ký: Nguyễn Văn A'],
  ['B¸o c¸o t×nh h×nh', 'Báo cáo tình hình'],
  ['Céng hßa x· héi chñ nghÜa', 'Cộng hòa xã hội chủ nghĩa'],
] as const;
const VNI = [
  ['Coâng ñoaøn vieân chöùc tænh Lai Chaâu', 'Công đoàn viên chức tỉnh Lai Châu'],
  ['Keá hoaïch toå chöùc Hoäi nghò ñieån hình tieân tieán', 'Kế hoạch tổ chức Hội nghị điển hình tiên tiến'],
  ['Ngöôøi kyù: Nguyeãn Vaên A', 'Người ký: Nguyễn Văn A'],
  ['UÛY BAN NHAÂN DAÂN TÆNH', 'ỦY BAN NHÂN DÂN TỈNH'],
  ['Baùo caùo tình hình', 'Báo cáo tình hình'],
] as const;

describe('text in a legacy encoding', () => {
  it.each(TCVN3)('is known as TCVN3: %s', (typed, meant) => {
    const found = findLegacyText(`Trích yếu: x\n${typed}\n`);
    expect(found?.encoding).toBe('TCVN3 (ABC)');
    expect(meant).toContain(found?.decoded);
    expect(found?.start).toBeGreaterThanOrEqual(13);
  });

  it.each(VNI)('is known as VNI: %s', (typed, meant) => {
    const found = findLegacyText(`${typed}\nx`);
    expect(found?.encoding).toBe('VNI Windows');
    expect(meant).toContain(found?.decoded);
  });

  it.each([
    ['V¨n b¶n: KÕ ho¹ch', 'Văn bản: Kế hoạch'],
    ['§¹i héi ë Hµ Néi', 'Đại hội ở Hà Nội'],
    ['V¨n b¶n: KÕT qu¶ thi ®ua', 'Văn bản: KẾT quả thi đua'],
  ])('comes back with its capitals: %s', (typed, meant) => {
    expect(findLegacyText(typed)?.decoded).toBe(meant);
  });

  it('counts its lines', () => {
    expect(findLegacyText(VNI.map(([typed]) => typed).join('\n'))?.lines).toBe(VNI.length);
  });
});

describe('text that is in no legacy encoding', () => {
  it.each([
    [
      'French',
      'Le président a été élu à Besançon, où il a fêté Noël; la hiérarchie du théâtre, «mot», c’est à dire naïve, où ça',
    ],
    [
      'German',
      'Über die Türen können schöne Mädchen größer wirken; Köln, München, Österreich, für Fußgänger',
    ],
    ['Spanish', 'El Niño y La Niña: señor, mañana, año, corazón, acción, Perú'],
    ['one foreign word', 'La ville où Hoà'],
    ['marks', '± 5 %, § 3, © 2024 ® «Đoàn kết» 10² m², 1½ ngày, ×3, ÷2, 30°C, ¹ ghi chú, µm'],
    ['a company', 'Công ty Nestlé và Société Générale, L’Oréal, Crédit Agricole, Citroën'],
    [
      'minorities',
      'Bản Pá Bon, xã Y Tý; Đắk Lắk, Krông Pắc, Ea H’leo, Buôn Đôn, Kon Tum, Plei Ku, Cư M’gar, Đăk Tô, Ayun Pa',
    ],
    ['capitals', 'ỦY BAN NHÂN DÂN HUYỆN KHOÁI CHÂU - HOÀ BÌNH, THUỶ NGUYÊN, QUỲNH LƯU, GIỒNG RIỀNG'],
    [
      'old spelling',
      'hoà, hòa, thuỷ, thủy, khoẻ, khỏe, quý, quí, uỷ, ủy, giữ gìn, gì, xoong, boong, quốc, quyển, khuỷu, nguều ngoào',
    ],
  ])('stays in peace: %s', (_name, line) => {
    expect(findLegacyText(line)).toBeUndefined();
  });

  it('stays in peace: a whole form, and the samples', () => {
    const sample = new URL('../../templates/plan/sample.yaml', import.meta.url);
    expect(findLegacyText(SPECIFIED)).toBeUndefined();
    expect(findLegacyText(readFileSync(sample, 'utf8'))).toBeUndefined();
  });
});

describe('a Vietnamese syllable', () => {
  it.each('nghiêng khuya khuỷu Quyền giường gì giếng quốc thuở ngoằn oằn yếu uống ước xoong hươu'.split(' '))(
    'is %s',
    (word) => {
      expect(isVietnameseSyllable(word)).toBe(true);
    },
  );
  it.each('coâng ñoaøn ho¹ch où münchen señor áà strand'.split(' '))('is not %s', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });
});
