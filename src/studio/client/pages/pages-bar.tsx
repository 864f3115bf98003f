import { Icon } from '../parts/icon.js';
import { IconButton } from '../parts/icon-button.js';
import { Menu } from '../parts/menu.js';
import { useStudio, useStudioState } from '../studio-context.js';
import { stepped, type Zoom } from './zoom.js';

interface PagesBarProps {
  readonly count: number;
  readonly current: number;
  readonly label: string;
  readonly onGo: (page: number) => void;
  readonly zoom: Zoom;
  readonly percent: number;
  readonly onZoom: (zoom: Zoom) => void;
  readonly hasThumbs: boolean;
  readonly onThumbs: (hasThumbs: boolean) => void;
}

/** Above the pages: where one is, and how large they are shown. */
export function PagesBar(props: PagesBarProps) {
  const { count, current, label, onGo, zoom, percent, onZoom, hasThumbs, onThumbs } = props;
  return (
    <div className="pages-bar" role="toolbar" aria-label="Xem trang">
      <IconButton
        icon="thumbs"
        label="Danh sách trang thu nhỏ"
        isPressed={hasThumbs}
        onClick={() => onThumbs(!hasThumbs)}
      />
      <div className="bar-group">
        <IconButton
          icon="back"
          label="Trang trước"
          className="turn-left"
          isDisabled={current === 0}
          onClick={() => onGo(current - 1)}
        />
        <span className="page-count">
          {count === 0 ? 'Chưa có trang' : countWords(label, current, count)}
        </span>
        <IconButton
          icon="back"
          label="Trang sau"
          className="turn-right"
          isDisabled={current >= count - 1}
          onClick={() => onGo(current + 1)}
        />
      </div>
      <div className="bar-group">
        <IconButton
          icon="minus"
          label="Thu nhỏ"
          className="step"
          onClick={() => onZoom(stepped(percent, -1))}
        />
        <ZoomMenu zoom={zoom} percent={percent} onZoom={onZoom} />
        <IconButton
          icon="plus"
          label="Phóng to"
          className="step"
          onClick={() => onZoom(stepped(percent, 1))}
        />
      </div>
      <InsideMenu />
    </div>
  );
}

/** "Trang 2/5"; where a page is called otherwise, as in an appendix: "Trang Phụ lục I - 1 (6/7)". */
const countWords = (label: string, current: number, count: number): string =>
  label === String(current + 1) ? `Trang ${label}/${count}` : `Trang ${label} (${current + 1}/${count})`;

const SIZES = [50, 75, 100, 125, 150, 200, 300] as const;

function ZoomMenu({ zoom, percent, onZoom }: Pick<PagesBarProps, 'zoom' | 'percent' | 'onZoom'>) {
  const items = [
    { key: 'width', label: 'Vừa bề ngang', isOn: zoom === 'width', run: () => onZoom('width') },
    { key: 'page', label: 'Vừa cả trang', isOn: zoom === 'page', run: () => onZoom('page') },
    ...SIZES.map((size) => ({
      key: String(size),
      label: `${size} %`,
      isOn: zoom === size,
      run: () => onZoom(size),
    })),
  ];
  return (
    <Menu
      className="button quiet"
      spoken={`Cỡ xem: ${percent} %`}
      label={<span className="percent">{percent} %</span>}
      items={items}
    />
  );
}

/** For who writes templates. */
function InsideMenu() {
  const { store } = useStudio();
  const overlay = useStudioState((state) => state.overlay);
  const insides = useStudioState((state) => state.insides);
  return (
    <Menu
      className="button quiet square"
      spoken="Dành cho người viết mẫu"
      label={<Icon name="more" />}
      items={[
        {
          key: 'overlay',
          label: 'Hiện lề, chân chữ và khung',
          help: 'Kèm số quy tắc và kích thước',
          isOn: overlay,
          run: () => store.dispatch({ type: 'shown', overlay: !overlay, insides }),
        },
        {
          key: 'insides',
          label: 'Xem cây văn bản và đánh dấu',
          help: 'Cho người viết mẫu',
          isOn: insides,
          run: () => store.dispatch({ type: 'shown', overlay, insides: !insides }),
        },
      ]}
    />
  );
}
