import { whenReady } from './when-ready.js';

/** The engine's worker from the script that lies packed in the page: a file has no address that a worker could come from. */
export async function startOffline(): Promise<Worker> {
  const blocks = [...document.querySelectorAll<HTMLScriptElement>('script[data-name]')];
  const unpacked = new Map(
    await Promise.all(
      blocks.map(async (block) => [block.dataset['name'] ?? '', await unpack(block.textContent)] as const),
    ),
  );
  const script = new Blob([unpacked.get('engine')!], { type: 'text/javascript' });
  const address = URL.createObjectURL(script);
  const worker = new Worker(address);
  const fonts = [...unpacked]
    .filter(([name]) => name.startsWith('font:'))
    .map(([name, bytes]) => [name.slice('font:'.length), bytes] as const);
  worker.postMessage(new Map(fonts));
  await whenReady(worker);
  URL.revokeObjectURL(address);
  for (const block of blocks) block.remove();
  return worker;
}

async function unpack(packed: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(atob(packed.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
