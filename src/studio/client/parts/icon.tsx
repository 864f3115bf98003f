export type IconName = keyof typeof PATHS;

/** Drawn on a square of 20, as lines. */
const PATHS = {
  back: 'M12 4l-6 6 6 6',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M5 8l5 5 5-5',
  save: 'M4 3h10l3 3v11H3V3zM6 3v5h7V3M6 17v-5h8v5',
  take: 'M10 3v9M6 9l4 4 4-4M3 16h14',
  print: 'M6 7V3h8v4M6 14H3V7h14v7h-3M6 12h8v5H6z',
  form: 'M4 3h12v14H4zM7 7h6M7 10h6M7 13h3',
  text: 'M4 5h12M4 8.5h9M4 12h12M4 15.5h7',
  pages: 'M7 3h9v12H7zM4 6v11h9',
  alert: 'M10 3l8 14H2zM10 8v4M10 14.5v.01',
  check: 'M4 10.5l4 4 8-9',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  wide: 'M3 10h14M6 7l-3 3 3 3M14 7l3 3-3 3',
  whole: 'M5 3h10v14H5zM10 6v8M8 8l2-2 2 2M8 12l2 2 2-2',
  thumbs: 'M3 3h5v6H3zM3 11h5v6H3zM11 5h6M11 8h4M11 13h6M11 16h4',
  open: 'M2 16V4h6l2 2h8v10zM2 9h16',
  office: 'M4 17V4h8v13M12 8h4v9M2 17h16M7 7h2M7 10h2M7 13h2',
  many: 'M3 6h9v11H3zM6 6V3h11v11h-5M6 10h3M6 13h3',
  gather: 'M3 4h14v12H3zM3 8h14M8 8v8M13 8v8',
  undo: 'M4 8h8a4 4 0 010 8H8M4 8l4-4M4 8l4 4',
  redo: 'M16 8H8a4 4 0 000 8h4M16 8l-4-4M16 8l-4 4',
  more: 'M4.5 9.5h1v1h-1zM9.5 9.5h1v1h-1zM14.5 9.5h1v1h-1z',
  letter: 'M4 16L9 4h2l5 12M6 12h8',
} as const;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
