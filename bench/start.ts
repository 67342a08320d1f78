import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

// How long `annalist extract -` takes cold on one sentence, as a ratio to a process that only imports compromise. Alternating, the median of nine each.
const ROOT = join(import.meta.dirname, '..')
const time = (args: readonly string[], input: string): number => {
  const start = process.hrtime.bigint()
  execFileSync(process.execPath, args, { cwd: ROOT, input, stdio: ['pipe', 'pipe', 'ignore'] })
  return Number(process.hrtime.bigint() - start) / 1e6
}
const ours: number[] = []
const bare: number[] = []
for (let i = 0; i < 9; i++) {
  bare.push(time(['--input-type=module', '-e', "import 'compromise'"], ''))
  ours.push(time(['dist/cli/main.js', 'extract', '-', '--published', '2023-04-05'], 'Finland joined NATO on Tuesday.'))
}
const median = (times: number[]): number => times.toSorted((a, b) => a - b)[4] ?? 0
console.log(
  `annalist extract -: ${median(ours).toFixed(0)} ms; import compromise: ${median(bare).toFixed(0)} ms; ratio ${(median(ours) / median(bare)).toFixed(2)} (bound 2)`,
)
