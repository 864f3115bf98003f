export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The outside world, as an interface: nothing below the CLI touches disk, clock or environment by itself. */
export interface Host {
  /** Undefined where there is no such file. Throws HostError for any other failure. */
  readFile(path: string): Promise<Uint8Array | undefined>;
  /** Whole or not at all: written beside, then renamed. Makes the folder. Throws HostError. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Several files, all or none: every one is written beside its target before the first takes its place, and what was
   * replaced is put back when a later one fails. Throws HostError.
   */
  writeFiles(files: readonly OutputFile[]): Promise<void>;
  /** Names in a folder, sorted by code unit; undefined where there is none. */
  listFolder(path: string): Promise<readonly string[] | undefined>;
  /** Raw deflate, as fast as the host can. */
  deflate(bytes: Uint8Array): Uint8Array;
  /** One page's SVG to PNG, drawn with these font files (paths) only. */
  rasterise(svg: string, pixelsPerInch: number, fontFiles: readonly string[]): Promise<Uint8Array>;
}
