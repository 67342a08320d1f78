import { execFileSync } from 'node:child_process'

/** Vitest's global setup: src/lexicon/compiled.ts is made from lexicon/en before any test loads it. */
export default (): void => {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/compile-lexicon.ts'], { stdio: ['ignore', 'ignore', 'inherit'] })
}
