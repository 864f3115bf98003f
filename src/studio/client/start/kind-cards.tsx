import { useEffect, useRef, useState } from 'react';
import type { KindInfo } from '../../protocol.js';
import { adoptSvg } from '../pages/adopt-svg.js';
import { useStudio, useStudioState } from '../studio-context.js';

/** The kinds of papers, each with its first page. */
export function KindCards() {
  const kinds = useStudioState((state) => state.kinds);
  return (
    <ul className="plain cards">
      {kinds.map((kind) => (
        <li key={kind.slug}>
          <KindCard kind={kind} />
        </li>
      ))}
    </ul>
  );
}

function KindCard({ kind }: { readonly kind: KindInfo }) {
  const { newPaper, openSample } = useStudio();
  return (
    <article className="card">
      <button type="button" className="card-new" onClick={() => newPaper(kind)}>
        <KindPicture kind={kind} />
        <span className="card-name">{kind.name}</span>
      </button>
      <button
        type="button"
        className="text-button small"
        aria-label={`Xem mẫu điền sẵn: ${kind.name}`}
        onClick={() => openSample(kind)}
      >
        Xem mẫu điền sẵn
      </button>
    </article>
  );
}

function KindPicture({ kind }: { readonly kind: KindInfo }) {
  const { engine } = useStudio();
  const place = useRef<HTMLSpanElement>(null);
  const [isBare, setBare] = useState(false);
  useEffect(() => {
    let isGone = false;
    void engine
      .picture(kind.slug)
      .then((svg) => {
        const drawn = svg === undefined ? undefined : adoptSvg(svg);
        if (isGone) return;
        if (drawn === undefined) setBare(true);
        else place.current?.replaceChildren(drawn);
      })
      .catch(() => setBare(true));
    return () => {
      isGone = true;
    };
  }, [engine, kind]);
  return <span ref={place} className={isBare ? 'card-picture bare' : 'card-picture'} aria-hidden="true" />;
}
