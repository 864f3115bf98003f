import type { Document } from '../../src/document/ast.js';
import type { Banner } from '../../src/document/banner.js';

const words = (text: string) => [{ type: 'text' as const, text }];

/** A banner with all its lines; what a test does not say is as the form's own defaults. */
export const banner = (more: Partial<Banner> = {}): Banner => ({
  type: 'banner',
  lines: [
    { role: 'parent', content: words('Liên đoàn Lao động tỉnh Hòa Giang') },
    { role: 'opening', content: words('HỘI NGHỊ/GẶP MẶT, GIAO LƯU') },
    { role: 'main', content: words('Biểu dương đoàn viên, người lao động tiêu biểu') },
    { role: 'unit', content: words('Công đoàn cơ sở Công ty TNHH May Hòa Giang') },
    { role: 'occasion', content: words('Lần thứ VI, giai đoạn (2025 - 2030)') },
    { role: 'place', content: words('Hòa Giang, ngày 20 tháng 5 năm 2026') },
  ],
  size: { text: '6 × 3 m' },
  design: 'plain',
  align: 'center',
  flags: 'both',
  face: 'serif',
  bust: true,
  names: ['Hòa Giang'],
  print: { cropMarks: false, outlines: false, userUnit: false, isMockUpOnly: false },
  ...more,
});

/** Banners on one sheet, under the title of their mock-ups. */
export const bannerPaper = (...banners: readonly Banner[]): Document => ({
  type: 'document',
  kind: 'hall-banner',
  kindName: 'Phông hội nghị (maket)',
  settings: { medium: 'paper', ending: '' },
  sections: [
    {
      role: 'main',
      orientation: 'portrait',
      blocks: [
        { type: 'title', kindTitle: words('MẪU TRANG TRÍ PHÔNG CHÍNH'), subject: [], ruled: false },
        ...banners,
      ],
    },
  ],
});
