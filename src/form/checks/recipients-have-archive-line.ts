import { foldKey } from '../../vietnamese/fold-key.js';
import { valueAt } from '../value-at.js';
import type { FormCheck } from './check.js';

/**
 * The list of recipients ends with the archive line, "Lưu: VT, …" (R76). Remarks when no line begins with "Lưu", and when
 * it is not the last. Parameter `field`: the path of the list.
 *
 * ok: ["Như trên", "Lưu: VT, CSPL"]
 * not ok: ["Như trên"]; ["Lưu: VT", "Như trên"]
 */
export const recipientsHaveArchiveLine: FormCheck = {
  name: 'recipients-have-archive-line',
  parameters: ['field'],
  check: (form, { field = '' }) => {
    const recipients = valueAt(form.values, field);
    if (!Array.isArray(recipients) || recipients.length === 0) return [];
    const archive = recipients.findIndex(
      (line) => typeof line === 'string' && /^luu(_|$)/.test(foldKey(line)),
    );
    if (archive === recipients.length - 1) return [];
    const label = form.labelOf(field);
    const place = form.locate(archive < 0 ? `${field}.${recipients.length - 1}` : `${field}.${archive}`);
    const message =
      archive < 0 ? `"${label}" chưa có dòng "Lưu"` : `Dòng "Lưu" chưa phải là dòng cuối của "${label}"`;
    const hint = archive < 0 ? 'Thêm dòng cuối, ví dụ: - Lưu: VT' : 'Chuyển dòng "Lưu" xuống cuối';
    return [
      {
        code: 'form/archive-line',
        severity: 'remark',
        message,
        ...(place && { place }),
        field: label,
        clause: 'Phụ lục I, Mục II.9.d',
        hints: [hint],
      },
    ];
  },
};
