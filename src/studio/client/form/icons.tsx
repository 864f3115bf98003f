import type { ReactNode } from 'react';

/** Lines of 24 units; what a button does is said by its label. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="form-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const icon = (path: string) => () => (
  <Icon>
    <path d={path} />
  </Icon>
);

export const UpIcon = icon('M6 15l6-6 6 6');
export const DownIcon = icon('M6 9l6 6 6-6');
export const PreviousIcon = icon('M15 6l-6 6 6 6');
export const NextIcon = icon('M9 6l6 6-6 6');
export const CopyIcon = icon('M9 9h11v11H9zM15 9V4H4v11h5');
export const RemoveIcon = icon('M6 6l12 12M18 6L6 18');
export const AddIcon = icon('M12 5v14M5 12h14');
export const CalendarIcon = icon('M4 6h16v14H4zM4 10h16M8 3v4M16 3v4');
export const GripIcon = icon('M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01');
export const SearchIcon = icon('M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16 16l4 4');
export const ListIcon = icon('M5 6h14M5 12h14M5 18h9');
