import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { FoundField } from './find-fields.js';
import { useHidden } from './form-context.js';
import { ListIcon, SearchIcon } from './icons.js';
import { ProblemCount } from './problem-list.js';

/** A part of the form in the index. */
export interface IndexEntry {
  /** Of the section. */
  readonly path: string;
  readonly title: string;
  /** Whose problems it has. */
  readonly paths: readonly string[];
}

interface FinderProps {
  readonly entries: readonly IndexEntry[];
  readonly find: (words: string) => readonly FoundField[];
  /** To a part or a field. */
  readonly onGo: (path: string) => void;
}

/** At the head of the form: its parts to go to, and a search among its fields. */
export function Finder({ entries, find, onGo }: FinderProps) {
  const [words, setWords] = useState('');
  const [isIndexOpen, setIndexOpen] = useState(false);
  const panel = useId();
  const box = useRef<HTMLDivElement>(null);
  const isSearching = words.trim() !== '';
  const found = isSearching ? find(words) : [];
  const close = (): void => {
    setWords('');
    setIndexOpen(false);
  };
  const go = (path: string): void => {
    close();
    onGo(path);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (box.current !== null) goByArrow(event, box.current);
  };
  return (
    <search className="form-finder">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go through what is found. */}
      <div ref={box} onKeyDown={onKeyDown}>
        <div className="form-finder-bar">
          <SearchIcon />
          <input
            type="search"
            aria-label="Tìm ô trong biểu mẫu"
            placeholder="Tìm ô, ví dụ nơi nhận"
            autoComplete="off"
            spellCheck={false}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && found[0] !== undefined) go(found[0].path);
            }}
          />
          <button
            type="button"
            className="form-button"
            aria-expanded={isIndexOpen}
            aria-controls={panel}
            onClick={() => setIndexOpen(!isIndexOpen)}
          >
            <ListIcon />
            Các phần
          </button>
        </div>
        <div id={panel} className="form-finder-panel" hidden={!isSearching && !isIndexOpen}>
          {isSearching ? <FoundList found={found} onGo={go} /> : <Index entries={entries} onGo={go} />}
        </div>
      </div>
    </search>
  );
}

/** The arrow keys go through what is found. */
function goByArrow(event: KeyboardEvent, box: HTMLElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey) return;
  const stops = [...box.querySelectorAll<HTMLElement>('input, .form-finder-panel button')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0 || stops[at + step] === undefined) return;
  event.preventDefault();
  stops[at + step]?.focus();
}

function Index({ entries, onGo }: Pick<FinderProps, 'entries' | 'onGo'>) {
  return (
    <nav aria-label="Các phần của biểu mẫu">
      <ul>
        {entries.map((entry) => (
          <li key={entry.path}>
            <button type="button" onClick={() => onGo(entry.path)}>
              {entry.title}
              {entry.paths.map((path) => (
                <CountAt key={path} path={path} />
              ))}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function CountAt({ path }: { readonly path: string }) {
  return <ProblemCount hidden={useHidden(path)} />;
}

function FoundList({
  found,
  onGo,
}: {
  readonly found: readonly FoundField[];
  readonly onGo: (path: string) => void;
}) {
  return (
    <>
      <p role="status" className="form-small">
        {found.length === 0 ? 'Không có ô nào như vậy.' : `${found.length} ô`}
      </p>
      <ul>
        {found.map(({ path, label, value }) => (
          <li key={path}>
            <button type="button" onClick={() => onGo(path)}>
              {label}
              {value !== '' && <span className="form-found-value">{value}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
