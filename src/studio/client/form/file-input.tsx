import { type DragEvent, use, useEffect, useRef, useState } from 'react';
import type { NamedFile } from '../../protocol.js';
import { ariaOf, type ControlProps } from './control.js';
import { GivenContext, useWork } from './form-context.js';
import { TypedLine } from './typed-line.js';
import { useDraft } from './use-draft.js';

/** A file's name as typed, chosen or dropped; a picture is shown. */
export function FileInput(props: ControlProps) {
  const { id, path, field } = props;
  const { give } = useWork();
  const given = use(GivenContext);
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const draft = useDraft(path, props.value);
  const name = draft.text.trim();
  const file = given.find((one) => one.name === name);
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    give({ name: chosen.name, bytes });
    draft.type(chosen.name);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div
      className={isOver ? 'form-file over' : 'form-file'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span className="form-beside">
        <TypedLine id={id} path={path} draft={draft} aria={ariaOf(props)} />
        <button
          type="button"
          className="form-button"
          aria-label={`Chọn tệp: ${field.label}`}
          onClick={() => chooser.current?.click()}
        >
          Chọn tệp…
        </button>
        <input
          ref={chooser}
          type="file"
          className="form-chooser"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </span>
      {file !== undefined && <Picture file={file} />}
      <p className="form-small">{stateOf(name, file)}</p>
    </div>
  );
}

function stateOf(name: string, file: NamedFile | undefined): string {
  if (name === '') return 'Chọn tệp, hoặc kéo tệp thả vào đây.';
  if (file === undefined) return 'Chưa có tệp này ở đây; chọn tệp để dùng.';
  return `Đã có tệp (${Math.max(1, Math.round(file.bytes.length / 1024))} kB).`;
}

const PICTURE_HEIGHT = 96;

/** Drawn from its bytes: the page may load nothing by an address. */
function Picture({ file }: { readonly file: NamedFile }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    let isGone = false;
    setShown(false);
    if (!/\.(png|jpe?g)$/i.test(file.name)) return;
    createImageBitmap(new Blob([file.bytes.slice()])).then(
      (picture) => {
        if (isGone || canvas.current === null) return;
        const scale = Math.min(1, PICTURE_HEIGHT / picture.height);
        canvas.current.width = Math.max(1, Math.round(picture.width * scale));
        canvas.current.height = Math.max(1, Math.round(picture.height * scale));
        const { width, height } = canvas.current;
        canvas.current.getContext('2d')?.drawImage(picture, 0, 0, width, height);
        setShown(true);
      },
      () => setShown(false),
    );
    return () => {
      isGone = true;
    };
  }, [file]);
  return (
    <canvas
      ref={canvas}
      hidden={!isShown}
      className="form-picture"
      role="img"
      aria-label={`Hình: ${file.name}`}
    />
  );
}
