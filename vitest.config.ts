import { defineConfig } from 'vitest/config';

// "unit" needs only Node; "agree" needs LibreOffice, poppler, mupdf and qpdf, which .ci/run installs.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/agree/**'] } },
      { test: { name: 'agree', include: ['test/agree/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
});
