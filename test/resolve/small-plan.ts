import { readFileSync } from 'node:fs';
import type { Document, Inline } from '../../src/document/ast.js';
import { loadBundledFonts } from '../../src/font/load-fonts.js';

export const fonts = loadBundledFonts((file) =>
  readFileSync(new URL(`../../fonts/${file}`, import.meta.url)),
);

const words = (text: string): readonly Inline[] => [{ type: 'text', text }];

/** Letterhead, title, a heading, two paragraphs and the signature. */
export const smallPlan: Document = {
  type: 'document',
  kind: 'plan',
  kindName: 'Kế hoạch',
  settings: { medium: 'paper' },
  sections: [
    {
      role: 'main',
      orientation: 'portrait',
      blocks: [
        {
          type: 'letterhead',
          parentAgency: words('Tổng Liên đoàn Lao động Việt Nam'),
          issuingAgency: words('Liên đoàn Lao động tỉnh Lai Châu'),
          reference: { number: '5', symbol: 'KH-LĐLĐ' },
          placeAndDate: { place: 'Lai Châu', issuedOn: { year: 2024, month: 2, day: 5 } },
        },
        {
          type: 'title',
          kindTitle: words('Kế hoạch'),
          subject: words(
            'Tổ chức Hội nghị điển hình tiên tiến trong các cấp công đoàn tiến tới Đại hội Thi đua yêu nước lần thứ VI',
          ),
          ruled: true,
        },
        { type: 'unit', level: 'roman', label: 'I.', isTitle: true, content: words('MỤC ĐÍCH, YÊU CẦU') },
        {
          type: 'paragraph',
          content: words(
            'Thực hiện Kế hoạch số 91/KH-LĐLĐ ngày 12/9/2024, Ban Thường vụ xây dựng kế hoạch tổ chức hội nghị với các nội dung sau đây, bảo đảm trang trọng, hiệu quả và tiết kiệm.',
          ),
        },
        {
          type: 'unit',
          level: 'dash',
          label: '-',
          isTitle: false,
          content: words('Ban hành kế hoạch trước ngày 30/12/2024;'),
        },
        {
          type: 'signature',
          recipients: [
            words('Thường trực Tỉnh ủy (b/c)'),
            words('- Các đơn vị: công đoàn xã, phường;'),
            words('Lưu: VT, CSPL'),
          ],
          signer: {
            capacity: [words('TM. BAN THƯỜNG VỤ')],
            position: words('CHỦ TỊCH'),
            fullName: words('Nguyễn Văn A'),
          },
        },
      ],
    },
  ],
};
