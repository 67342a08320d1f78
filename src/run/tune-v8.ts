import { setFlagsFromString } from 'node:v8'

/** Half of a worker's young generation, in megabytes, from the start and for good: less garbage survives, and memory doesn't grow with the number of articles. */
export const SEMI_SPACE = 32

/** What V8 is told, in this thread as in the workers, and why. Each figure is measured in docs/performance.md. */
const ALWAYS: readonly string[] = [
  `--min-semi-space-size=${SEMI_SPACE}`,
  // How much more than a full collection left an old generation may hold before the next one, in per cent. V8 would let it grow to four times as much: memory then rises for
  // as long as garbage comes in, and is the higher the more articles there are.
  '--heap-growing-percent=50',
  // What an article makes is all garbage when it is done. V8 takes what survives often for what will last and makes it among what is old from then on: what such garbage refers
  // to is then kept until the next full collection, articles as a whole, and so more survives ("What outlives an article").
  '--no-allocation-site-pretenuring',
  // Of what V8 compiles a tenth less is enough, in bytes of bytecode: its compiler, which works beside the extraction, has less to do, and the extraction is no slower.
  '--max-inlined-bytecode-size=150',
  '--max-inlined-bytecode-size-cumulative=300',
  // `map`, `filter`, `some` and the like are called, not written out anew at each of a thousand places: the compiler has a third less to do.
  '--no-turbo-inline-array-builtins',
  // Patterns are compiled at once: V8 would first make bytecode of each, for a single run, and every pattern of the extraction is run again and again.
  '--no-regexp-tier-up',
]

/**
 * How much of a function is run before V8 optimizes it, where every core has a worker: four times its default. Its compiler then takes its time from the workers, and has a third
 * less to do; with a core to spare it may compile the sooner. V8 11 (Node 20) counts bytes of bytecode, later ones count calls.
 */
const WITHOUT_A_SPARE_CORE =
  Number.parseInt(process.versions.v8, 10) < 12 ? '--interrupt-budget=264000' : '--invocation-count-for-turbofan=12000'

/** What V8 is told for a run with that many workers on that many cores. */
export const v8Flags = (workers: number, cores: number): readonly string[] => (workers < cores ? ALWAYS : [...ALWAYS, WITHOUT_A_SPARE_CORE])

/** Sets V8 up for a run, this thread and the workers that are started later. */
export const tuneV8 = (workers: number, cores: number): void => {
  for (const flag of v8Flags(workers, cores)) setFlagsFromString(flag)
}
