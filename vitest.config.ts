import { defineConfig } from 'vitest/config';

// "unit" needs only Node; "agree" needs LibreOffice, poppler, mupdf and qpdf, which .ci/run installs; "batch" runs the built
// `thethuc batch` for some minutes, and its small disks need Linux and root; "studio" needs Chromium.
export default defineConfig({
  test: {
    projects: [
      // No test is about time: on a machine with other work nothing may fail for being slow.
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/agree/**', 'test/batch-run/**', 'test/studio-run/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // As in a page that may not make code from strings; but for the two files whose tools do. The flag is for the tests'
      // own processes only: what vitest transforms them with makes code from strings too.
      {
        test: {
          name: 'no-strings',
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/agree/**',
            'test/batch-run/**',
            'test/studio-run/**',
            'test/architecture.test.ts',
            'test/font/subsets.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          execArgv: ['--disallow-code-generation-from-strings'],
        },
      },
      {
        test: {
          name: 'agree',
          include: ['test/agree/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      // One file after the other: each run of the program already has all cores.
      {
        test: {
          name: 'batch',
          include: ['test/batch-run/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      // The page in a browser, one after the other: each has the machine's cores busy already.
      {
        test: {
          name: 'studio',
          include: ['test/studio-run/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          // As long as the browser itself waits (test/studio-run/browser.ts): one second is little where others work too.
          expect: { poll: { timeout: Number(process.env['STUDIO_PATIENCE'] ?? 120_000) } },
          fileParallelism: false,
        },
      },
    ],
  },
});
