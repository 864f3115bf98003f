/** In what the page that a server gives and the one file differ. */
export interface StudioOptions {
  readonly startWorker: () => Promise<Worker>;
  /** Where the licences are read; in the one file they are part of it. */
  readonly licences?: string;
}
