import type { FieldDefinition } from '../../../form/field.js';
import type { FormPaneProps } from '../panes.js';
import type { FormText } from './use-form-text.js';

export interface PaperTabs {
  /** 0 for what the papers share, then the papers. */
  readonly tab: number;
  readonly choose: (tab: number) => void;
  /** The tab that a field is in: the user is led there. */
  readonly show: (path: string) => void;
}

/** Which of a set's papers the form shows. The form counts the empty items of the list, the pages do not. */
export function usePaperTab(
  { tab, onTab }: FormPaneProps,
  { shown, now }: FormText,
  papers: FieldDefinition | undefined,
): PaperTabs {
  const key = papers?.key ?? '';
  const indexOf = (path: string): number => Number(path.split('.')[1]);
  const open = (next: number, isLed: boolean): void => {
    if (next === 0) onTab('shared', undefined, isLed);
    else onTab({ shown: next - 1 }, indexOf(now.current.formPath(`${key}.${next - 1}`)), isLed);
  };
  const shownTab = (): number => {
    if (tab === 'shared') return 0;
    return 1 + ('shown' in tab ? tab.shown : indexOf(shown.shownPath(`${key}.${tab.item}`)));
  };
  return {
    tab: shownTab(),
    choose: (next) => open(next, false),
    show: (path) => {
      if (papers === undefined) return;
      const [list, index] = path.split('.');
      open(list === key && index !== undefined ? Number(index) + 1 : 0, true);
    },
  };
}
