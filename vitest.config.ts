import { defineConfig } from 'vitest/config'

/** Folders whose tests call pure functions: their files share what they load, the lexicon and the model above all, and V8's compiled code. */
const PURE = ['check', 'diff', 'export', 'extract', 'golden', 'lexicon', 'normalize', 'score', 'syntax'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
)

export default defineConfig({
  test: {
    globalSetup: './tests/temporary-folder.ts',
    reporters: ['default', './tests/count-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['tests/**/*.test.ts'], exclude: PURE } },
    ],
  },
})
