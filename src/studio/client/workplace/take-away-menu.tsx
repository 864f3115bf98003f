import { useState } from 'react';
import type { LookedPaper } from '../../protocol.js';
import { downloadFiles } from '../desk/download.js';
import { lastName } from '../desk/file-names.js';
import { printPages } from '../pages/print-pages.js';
import { Icon } from '../parts/icon.js';
import { Menu, type MenuItem } from '../parts/menu.js';
import { type Studio, useStudio, useStudioState } from '../studio-context.js';
import { FontsDialog } from './fonts-dialog.js';

/** What can be taken away: the finished paper, and the form. */
export function TakeAwayMenu({ paper }: { readonly paper: number }) {
  const studio = useStudio();
  const papers = useStudioState((state) => state.look?.papers);
  const [hasFonts, setFonts] = useState(false);
  const items = [
    ...paperItems(studio, papers ?? [], paper),
    ...formItems(studio),
    {
      key: 'batch',
      label: 'Tạo cho nhiều đơn vị…',
      icon: 'many',
      run: () => studio.store.dispatch({ type: 'view', view: 'batch' }),
    } as const,
    { key: 'fonts', label: 'Phông chữ…', icon: 'letter', run: () => setFonts(true) } as const,
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

/** The finished paper; of several the one that is shown, or all. */
function paperItems(
  { takeAway, store }: Studio,
  papers: readonly LookedPaper[],
  paper: number,
): readonly MenuItem[] {
  const several = papers.length > 1;
  const only = several ? paper : undefined;
  const label = papers[paper]?.label;
  const help = several ? { help: label ? `Văn bản đang xem: ${label}` : 'Văn bản đang xem' } : {};
  const all: MenuItem = {
    key: 'all',
    label: 'Cả bộ: mọi tệp Word và PDF',
    run: () => void takeAway(['docx', 'pdf']),
  };
  return [
    {
      key: 'docx',
      label: 'Tệp Word (DOCX)',
      icon: 'text',
      ...help,
      run: () => void takeAway(['docx'], only),
    },
    { key: 'pdf', label: 'Tệp PDF', icon: 'pages', ...help, run: () => void takeAway(['pdf'], only) },
    { key: 'png', label: 'Ảnh từng trang (PNG)', ...help, run: () => void takeAway(['png'], only) },
    ...(several ? [all] : []),
    {
      key: 'print',
      label: 'In các trang (Ctrl+P)',
      icon: 'print',
      run: () => printPages(store.get(), paper),
    },
  ];
}

/** The form itself, to another place than it is saved at. */
function formItems({ saveElsewhere, store, desk }: Studio): readonly MenuItem[] {
  const download = (): void => {
    const { document } = store.get();
    if (document === undefined) return;
    const bytes = new TextEncoder().encode(document.text);
    downloadFiles([{ name: lastName(document.file), bytes }]);
  };
  const elsewhere: readonly MenuItem[] = saveElsewhere
    ? [
        {
          key: 'elsewhere',
          label: 'Lưu biểu mẫu thành tệp khác…',
          icon: 'save',
          run: () => void saveElsewhere(),
        },
      ]
    : [];
  return desk.type === 'folder'
    ? [...elsewhere, { key: 'form', label: 'Tải về tệp biểu mẫu', run: download }]
    : elsewhere;
}
