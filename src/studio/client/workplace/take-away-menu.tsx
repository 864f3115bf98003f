import { useState } from 'react';
import { downloadFiles } from '../desk/download.js';
import { lastName } from '../desk/file-names.js';
import { printPages } from '../pages/print-pages.js';
import { Icon } from '../parts/icon.js';
import { Menu, type MenuItem } from '../parts/menu.js';
import { useStudio, useStudioState } from '../studio-context.js';
import { FontsDialog } from './fonts-dialog.js';

/** What can be taken away: the finished paper, and the form. */
export function TakeAwayMenu({ paper }: { readonly paper: number }) {
  const studio = useStudio();
  const { takeAway, saveElsewhere, store, desk } = studio;
  const papers = useStudioState((state) => state.look?.papers);
  const several = (papers?.length ?? 0) > 1;
  const [hasFonts, setFonts] = useState(false);
  const label = papers?.[paper]?.label;
  const only = several ? paper : undefined;
  const ofWhich = several ? (label ? `Văn bản đang xem: ${label}` : 'Văn bản đang xem') : undefined;
  const help = ofWhich === undefined ? {} : { help: ofWhich };
  const downloadForm = (): void => {
    const { document } = store.get();
    if (document === undefined) return;
    const bytes = new TextEncoder().encode(document.text);
    downloadFiles([{ name: lastName(document.file), bytes }]);
  };
  const items: readonly MenuItem[] = [
    {
      key: 'docx',
      label: 'Tệp Word (DOCX)',
      icon: 'text',
      ...help,
      run: () => void takeAway(['docx'], only),
    },
    { key: 'pdf', label: 'Tệp PDF', icon: 'pages', ...help, run: () => void takeAway(['pdf'], only) },
    { key: 'png', label: 'Ảnh từng trang (PNG)', ...help, run: () => void takeAway(['png'], only) },
    ...(several
      ? [
          {
            key: 'all',
            label: 'Cả bộ: mọi tệp Word và PDF',
            run: () => void takeAway(['docx', 'pdf']),
          } satisfies MenuItem,
        ]
      : []),
    {
      key: 'print',
      label: 'In các trang (Ctrl+P)',
      icon: 'print',
      run: () => printPages(store.get(), paper),
    },
    ...(saveElsewhere
      ? [
          {
            key: 'elsewhere',
            label: 'Lưu biểu mẫu thành tệp khác…',
            icon: 'save',
            run: () => void saveElsewhere(),
          } satisfies MenuItem,
        ]
      : []),
    ...(desk.type === 'folder'
      ? [{ key: 'form', label: 'Tải về tệp biểu mẫu', run: downloadForm } satisfies MenuItem]
      : []),
    {
      key: 'batch',
      label: 'Tạo cho nhiều đơn vị…',
      icon: 'many',
      run: () => store.dispatch({ type: 'view', view: 'batch' }),
    },
    { key: 'fonts', label: 'Phông chữ…', icon: 'letter', run: () => setFonts(true) },
  ];
  return (
    <>
      <Menu
        className="button main"
        spoken="Xuất văn bản"
        label={
          <>
            <Icon name="take" />
            <span className="wide-only">Xuất văn bản</span>
            <Icon name="down" />
          </>
        }
        items={items}
      />
      {hasFonts && <FontsDialog onClose={() => setFonts(false)} />}
    </>
  );
}
