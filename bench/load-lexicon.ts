import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

// How long a fresh process needs until the compiled lexicon and its places answer: wall time of importing both and one look-up each, the median of twenty. Built code (npm run build).
const BOUND = 150
const RUNS = 20
const dist = join(import.meta.dirname, '../dist')
const PROBE = `
const start = performance.now()
const { lexicon } = await import('${dist}/lexicon/english.js')
const { placesNamed } = await import('${dist}/normalize/places/gazetteer.js')
if (!lexicon.names.get('Putin') || placesNamed('grozny').length === 0) throw new Error('a look-up found nothing')
const { user, system } = process.cpuUsage()
console.log(JSON.stringify([performance.now() - start, (user + system) / 1000]))`

const runs = Array.from({ length: RUNS }, (): [wall: number, cpu: number] =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', PROBE], { encoding: 'utf8' })),
)
const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
const wall = runs.map(([time]) => time)
console.log(
  `lexicon and places cold: ${median(wall).toFixed(0)} ms (bound ${BOUND}), of ${RUNS} runs ${Math.min(...wall).toFixed(0)} to ${Math.max(...wall).toFixed(0)}; processor of the whole process ${median(runs.map(([, cpu]) => cpu)).toFixed(0)} ms`,
)
