/**
 * What a pool loads in its worker threads, and nothing but a door to it: the pool tries `require` before `import`, and Node 20 ends the whole process (`IsGraphAsync must be used
 * on an instantiated module`) where a thread is ended while a graph of modules is linked that way. This one is linked in no time, what stands behind it by `import`.
 */
const { extractBatch } = await import('./worker.ts')
export default extractBatch
