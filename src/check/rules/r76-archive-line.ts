import { plainText } from '../../resolve/regime.js';
import { originOf, type Rule } from '../rule.js';

/** R76 [V]: the last recipient is "Lưu: VT, <đơn vị soạn thảo>." */
export const archiveLine: Rule = {
  id: 'R76',
  clause: 'Phụ lục I, Mục II.9.d',
  check: ({ signature }) => {
    const last = signature?.recipients.at(-1) ?? [];
    if (signature === undefined || signature.recipients.length === 0) return [];
    const text = plainText(last)
      .replace(/^[-–+•]\s*/u, '')
      .trim();
    const about = {
      origin: originOf(last),
      length: plainText(last).length,
      actual: text,
      expected: 'Lưu: VT, …',
    };
    if (!/^lưu(?![\p{L}])/iu.test(text)) {
      return [
        {
          severity: 'warning',
          message: 'Nơi nhận chưa có dòng cuối "Lưu: VT, …"',
          ...about,
          hints: ['Thêm dòng "Lưu: VT, <đơn vị soạn thảo>" ở cuối nơi nhận'],
        },
      ];
    }
    if (/^lưu:/iu.test(text)) return [];
    return [
      {
        severity: 'remark',
        message: 'Sau chữ "Lưu" thiếu dấu hai chấm',
        ...about,
        hints: ['Ghi "Lưu: VT, <đơn vị soạn thảo>"'],
      },
    ];
  },
};
