import { relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { LEFT_TO_NODE, stringsToNode } from './tests/strings-to-node.ts'

/** Files that ask what their process holds or where it stands, or mostly wait for others that they start. All others share what they load, the lexicon and the model above all, and V8's compiled code. */
const APART = [
  'tests/{ci,docs,postgres,run}/**/*.test.ts',
  'tests/audit/browser.test.ts',
  'tests/cli/process.test.ts',
  'tests/read/{closes,fetch}.test.ts',
  'tests/store/faults.test.ts',
]

/** The longest first: begun last, one would keep a core waiting at the end. */
const LONGEST = [
  'audit/browser',
  'postgres/queue',
  'docs/examples',
  'run/faults',
  'lexicon/told-otherwise',
  'lexicon/sides-named',
  'lexicon/examples',
  'lexicon/commands',
  'extract/codes',
  'golden/wire',
  'package/same-bytes',
  'extract/layout',
].map((name) => `tests/${name}.test.ts`)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = (file: TestSpecification): boolean => LONGEST.includes(nameOf(file))
    // What shares a process stays together.
    return [...new Set(sorted.map(({ project }) => project))].flatMap((project) => {
      const own = sorted.filter((file) => file.project === project)
      const long = own.filter(isLong).sort((a, b) => LONGEST.indexOf(nameOf(a)) - LONGEST.indexOf(nameOf(b)))
      return [...long, ...own.filter((file) => !isLong(file))]
    })
  }
}

const nameOf = ({ moduleId }: TestSpecification): string => relative(import.meta.dirname, moduleId).replaceAll('\\', '/')

export default defineConfig({
  plugins: [stringsToNode()],
  test: {
    server: { deps: { external: [LEFT_TO_NODE] } },
    globalSetup: './tests/temporary-folder.ts',
    reporters: ['default', './tests/count-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One more than the cores that are reckoned with: who started a process waits for it most of the time.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: 'apart', include: APART } },
      { extends: true, test: { name: 'together', include: ['tests/**/*.test.ts'], exclude: APART, isolate: false } },
    ],
  },
})
