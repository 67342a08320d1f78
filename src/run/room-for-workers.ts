import { availableParallelism, totalmem } from 'node:os'

/** What a worker takes with the library loaded and its articles in hand, in bytes: 230 MB at the peak of a long run (docs/performance.md), and some to spare. */
const WORKER = 256 * 2 ** 20

/** How many workers the memory has room for, one at least: the machine's, or what its container is held to (more than there is where it is held to nothing). In bytes. */
export const roomForWorkers = (memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)): number =>
  Math.max(1, Math.floor((0.9 * memory) / WORKER))

/** One for each core, as far as memory has room. */
export const workersByDefault = (): number => Math.min(availableParallelism(), roomForWorkers())
