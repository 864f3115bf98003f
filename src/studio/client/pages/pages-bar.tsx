import { Icon } from '../parts/icon.js';
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
      <button
        type="button"
        className="button quiet square"
        aria-label="Danh sách trang thu nhỏ"
        title="Danh sách trang thu nhỏ"
        aria-pressed={hasThumbs}
        onClick={() => onThumbs(!hasThumbs)}
      >
        <Icon name="thumbs" />
      </button>
      <div className="bar-group">
        <button
          type="button"
          className="button quiet square turn-left"
          aria-label="Trang trước"
          title="Trang trước"
          disabled={current === 0}
          onClick={() => onGo(current - 1)}
        >
          <Icon name="back" />
        </button>
        <span className="page-count">
          {count === 0 ? 'Chưa có trang' : countWords(label, current, count)}
        </span>
        <button
          type="button"
          className="button quiet square turn-right"
          aria-label="Trang sau"
          title="Trang sau"
          disabled={current >= count - 1}
          onClick={() => onGo(current + 1)}
        >
          <Icon name="back" />
        </button>
      </div>
      <div className="bar-group">
        <button
          type="button"
          className="button quiet square step"
          aria-label="Thu nhỏ"
          title="Thu nhỏ"
          onClick={() => onZoom(stepped(percent, -1))}
        >
          <Icon name="minus" />
        </button>
        <ZoomMenu zoom={zoom} percent={percent} onZoom={onZoom} />
        <button
          type="button"
          className="button quiet square step"
          aria-label="Phóng to"
          title="Phóng to"
          onClick={() => onZoom(stepped(percent, 1))}
        >
          <Icon name="plus" />
        </button>
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
