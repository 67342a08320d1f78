import { defineConfig } from 'vitest/config'
import { LEFT_TO_NODE, stringsToNode } from './tests/strings-to-node.ts'

/** Files that ask what their process holds or where it stands, or start others and wait for them. All others share what they load, the lexicon and the model above all, and V8's compiled code. */
const APART = [
  'tests/{ci,docs,postgres,run}/**/*.test.ts',
  'tests/audit/browser.test.ts',
  'tests/cli/process.test.ts',
  'tests/read/{closes,fetch}.test.ts',
  'tests/store/faults.test.ts',
]

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
      { extends: true, test: { name: 'apart', include: APART } },
      { extends: true, test: { name: 'together', include: ['tests/**/*.test.ts'], exclude: APART, isolate: false } },
    ],
  },
})
