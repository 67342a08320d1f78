// The command line as a process of its own, over the fake extraction: for what only a process shows (signals, pipes, exit codes).
import { start } from '../../src/cli/start.ts'
import { fakeLibrary } from './fake-library.ts'

const slow = Number(process.env.SLOW ?? 0)
const wait = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

await start('0.0.0', () => async () => ({
  ...fakeLibrary,
  ...(process.env.IN_WORKERS && { worker: { module: new URL('../run/fake-module.ts', import.meta.url).href, options: {} } }),
  extract: (article) => {
    wait(slow)
    return fakeLibrary.extract(article)
  },
}))
