import { defineConfig } from 'vitest/config'
import { LEFT_TO_NODE, stringsToNode } from './tests/strings-to-node.ts'

/** Folders whose tests call pure functions: their files share what they load, the lexicon and the model above all, and V8's compiled code. */
const PURE = ['check', 'diff', 'export', 'extract', 'golden', 'lexicon', 'normalize', 'score', 'syntax'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
)

export default defineConfig({
  plugins: [stringsToNode()],
  test: {
    server: { deps: { external: [LEFT_TO_NODE] } },
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
