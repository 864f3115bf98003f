import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/check/check-document.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import type { Block, Document, Inline } from '../../src/document/ast.js';

/** What a case may say of an otherwise right paper. */
interface PaperWords {
  readonly issuer?: string;
  readonly symbol?: string;
  readonly place?: string;
  readonly subject?: string;
  readonly capacity?: string;
  readonly position?: string;
  readonly fullName?: string;
  readonly recipients?: readonly string[];
  readonly body?: string;
  readonly appendix?: boolean;
}

const typed = (path: string, text: string): readonly Inline[] => [
  { type: 'text', text, origin: { type: 'field', path, offset: 0 } },
];

function paper(words: PaperWords): Document {
  const blocks: readonly Block[] = [
    {
      type: 'letterhead',
      parentAgency: [],
      issuingAgency: typed('co_quan_ban_hanh', words.issuer ?? 'Sở Nội vụ'),
      reference: {
        number: '5',
        symbol: words.symbol ?? 'KH-SNV',
        symbolOrigin: { type: 'field', path: 'so_ky_hieu.ky_hieu', offset: 0 },
      },
      placeAndDate: { place: words.place ?? 'Lai Châu', issuedOn: {} },
    },
    {
      type: 'title',
      kindTitle: typed('x', 'KẾ HOẠCH'),
      subject: typed('trich_yeu', words.subject ?? 'Tổ chức hội nghị'),
      ruled: true,
    },
    { type: 'paragraph', content: typed('noi_dung', words.body ?? 'Nội dung của kế hoạch.') },
    {
      type: 'signature',
      recipients: (words.recipients ?? ['Như trên', 'Lưu: VT']).map((recipient, i) =>
        typed(`noi_nhan.${i}`, recipient),
      ),
      signer: {
        capacity: [typed('nguoi_ky.quyen_han.0', words.capacity ?? 'KT. GIÁM ĐỐC')],
        position: typed('nguoi_ky.chuc_vu', words.position ?? 'PHÓ GIÁM ĐỐC'),
        fullName: typed('nguoi_ky.ho_ten', words.fullName ?? 'Nguyễn Văn A'),
      },
    },
  ];
  const appendix = words.appendix
    ? [
        {
          role: 'appendix' as const,
          orientation: 'portrait' as const,
          blocks: [{ type: 'appendix-title' as const, title: typed('kem_theo.0.ten', 'Đề cương') }],
        },
      ]
    : [];
  return {
    type: 'document',
    kind: 'plan',
    kindName: 'Kế hoạch',
    settings: { medium: 'paper' },
    sections: [{ role: 'main', orientation: 'portrait', blocks }, ...appendix],
  };
}

const check = (words: PaperWords): readonly Diagnostic[] =>
  checkDocument(
    paper(words),
    'KH',
    (_path, start = 0, end = start) => ({ file: 'a.yaml', start, end }),
    (path) => path,
  );

const CASES: readonly [PaperWords, string, Diagnostic['severity']][] = [
  [{ issuer: 'UBND xã Mường Than', symbol: 'KH-UBND' }, 'nd30/R21', 'error'],
  [{ issuer: 'LĐLĐ tỉnh Lai Châu' }, 'nd30/R21', 'remark'],
  [{ symbol: 'BC-SNV' }, 'nd30/R28', 'error'],
  [{ symbol: 'KH - SNV' }, 'nd30/R31', 'remark'],
  [{ symbol: '' }, 'nd30/R31', 'warning'],
  [{ place: '' }, 'nd30/R36', 'warning'],
  [{ subject: 'Tổ chức hội nghị.' }, 'nd30/R38', 'warning'],
  [{ subject: 'tổ chức hội nghị' }, 'nd30/R38', 'warning'],
  [{ capacity: 'T/M ỦY BAN NHÂN DÂN' }, 'nd30/R58', 'error'],
  [{ capacity: 'KT GIÁM ĐỐC' }, 'nd30/R58', 'error'],
  [{ capacity: 'KT. CHỦ TỊCH', position: 'CHỦ TỊCH' }, 'nd30/R59', 'remark'],
  [{ fullName: 'ThS. Nguyễn Văn A' }, 'nd30/R63', 'error'],
  [{ fullName: 'TS Nguyễn Văn A', issuer: 'Công đoàn phường Tân Phong' }, 'nd30/R63', 'remark'],
  [{ recipients: ['Như trên', 'Văn phòng'] }, 'nd30/R76', 'warning'],
  [{ recipients: ['Như trên', 'Lưu VT'] }, 'nd30/R76', 'remark'],
  [{ appendix: true }, 'nd30/R78', 'warning'],
];

describe('checkDocument', () => {
  it.each(CASES)('%j gives %s as %s, and nothing else', (words, code, severity) => {
    expect(check(words).map((d) => [d.code, d.severity])).toEqual([[code, severity]]);
  });

  it.each<PaperWords>([
    {},
    { issuer: 'CĐCS Công ty TNHH Một thành viên Hoa Ban' },
    { symbol: 'KH-CĐCS' },
    { subject: 'Tổ chức Hội nghị "Đoàn kết - Đổi mới"...' },
    { capacity: 'TM. ỦY BAN NHÂN DÂN' },
    { capacity: 'Q. CHỦ TỊCH' },
    { capacity: 'KT. BỘ TRƯỞNG', position: 'THỨ TRƯỞNG' },
    { capacity: 'TM. BAN THƯỜNG VỤ', position: 'PHÓ CHỦ TỊCH' },
    { fullName: 'Bạch Thị Tâm' },
    { fullName: 'Công Tằng Tôn Nữ Thị B' },
    { appendix: true, body: 'Thực hiện theo Phụ lục kèm theo.' },
  ])('finds nothing in %j', (words) => {
    expect(check(words)).toEqual([]);
  });

  it.each(CASES)('%j has a place, and hints that begin with a capital', (words) => {
    for (const found of check(words)) {
      expect(found.place).toBeDefined();
      expect(found.hints?.every((hint) => /^\p{Lu}/u.test(hint))).toBe(true);
    }
  });

  it('places an appendix that nothing points to at its title', () => {
    const [found] = check({ appendix: true });
    expect(found?.place).toEqual({ file: 'a.yaml', start: 0, end: 'Đề cương'.length });
    expect(found?.field).toBe('kem_theo.0.ten');
  });

  it('places a finding at the letters that are meant', () => {
    const [found] = check({ fullName: 'GS. Nguyễn Văn A' });
    expect(found?.place).toEqual({ file: 'a.yaml', start: 0, end: 2 });
    expect(found?.field).toBe('nguoi_ky.ho_ten');
  });
});
