import type { FontsUsed, NamedFile } from '../../protocol.js';
import { type StudioParts, sayFailure } from './studio.js';

let drawn: readonly FontFace[] = [];

/** Measures and draws with these fonts from now on; `isKept`: also the next time. */
export async function takeFonts(
  { engine, desk, store }: StudioParts,
  files: readonly NamedFile[],
  isKept: boolean,
): Promise<FontsUsed | undefined> {
  try {
    // biome-ignore lint/correctness/useHookAtTopLevel: the engine's word, not a hook
    const fonts = await engine.useFonts(files);
    await drawWith(fonts);
    store.dispatch({ type: 'fonts', fonts });
    const isRefused = fonts.problems.some(({ severity }) => severity === 'error');
    if (isKept && !isRefused) await desk.keepFonts(files);
    return fonts;
  } catch (cause) {
    sayFailure(store, cause);
    return undefined;
  }
}

/** The page draws with the faces that were measured. */
async function drawWith({ faces }: FontsUsed): Promise<void> {
  const made = faces.map(
    ({ family, bold, italic, bytes }) =>
      new FontFace(family, bytes as Uint8Array<ArrayBuffer>, {
        weight: bold ? '700' : '400',
        style: italic ? 'italic' : 'normal',
      }),
  );
  await Promise.all(made.map((face) => face.load()));
  for (const face of drawn) document.fonts.delete(face);
  for (const face of made) document.fonts.add(face);
  drawn = made;
}
