import type { NamedFile } from '../../protocol.js';
import { lastName, mediaType } from './file-names.js';

/** Long enough for any browser to have begun; the address may not go before. */
const KEPT_FOR = 60_000;

/** Hands files to the browser's downloads, one after the other. */
export function downloadFiles(files: readonly NamedFile[]): void {
  for (const { name, bytes } of files) {
    const type = mediaType(name);
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = lastName(name);
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
  }
}

/** "Đã tải về: ke-hoach.docx." */
export const saidOfDownload = (files: readonly NamedFile[]): string => {
  const names = files.map(({ name }) => lastName(name));
  return names.length > 3
    ? `Đã tải về ${names.length} tệp, nằm trong thư mục Tải xuống của trình duyệt.`
    : `Đã tải về: ${names.join(', ')}.`;
};
