import { unzipSync } from 'fflate';

/** The files of an archive by name, in their order, as another program reads it. Throws on what is no zip archive. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}
