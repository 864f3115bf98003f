export type PaneName = 'form' | 'text' | 'pages';

export const PANES: readonly PaneName[] = ['form', 'text', 'pages'];

export const PANE_WORDS: Readonly<Record<PaneName, string>> = {
  form: 'Biểu mẫu',
  text: 'Dạng chữ',
  pages: 'Trang in',
};

/** Which panes are open, and the part of the width that each takes beside the others. */
export interface PanesLayout {
  readonly open: Readonly<Record<PaneName, boolean>>;
  readonly share: Readonly<Record<PaneName, number>>;
}

export const START_LAYOUT: PanesLayout = {
  open: { form: true, text: false, pages: true },
  share: { form: 1, text: 1, pages: 1.05 },
};

export const openPanes = ({ open }: PanesLayout): readonly PaneName[] => PANES.filter((name) => open[name]);

/** One pane is always left. */
export function toggled(layout: PanesLayout, name: PaneName): PanesLayout {
  const open = { ...layout.open, [name]: !layout.open[name] };
  return PANES.some((pane) => open[pane]) ? { ...layout, open } : layout;
}

export const opened = (layout: PanesLayout, name: PaneName): PanesLayout => ({
  ...layout,
  open: { ...layout.open, [name]: true },
});

/** No pane gets narrower than this part of two neighbours. */
const LEAST = 0.2;

/** How much of its and its right neighbour's width a pane has: 0.5 is as much as the neighbour. */
export const partOf = ({ share }: PanesLayout, left: PaneName, right: PaneName): number =>
  share[left] / (share[left] + share[right]);

export function resized(layout: PanesLayout, left: PaneName, right: PaneName, part: number): PanesLayout {
  const both = layout.share[left] + layout.share[right];
  const kept = Math.min(Math.max(part, LEAST), 1 - LEAST);
  return { ...layout, share: { ...layout.share, [left]: both * kept, [right]: both * (1 - kept) } };
}
