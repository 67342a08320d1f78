import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'

/** The world of a command: its streams and what the environment says of them. */
export type Io = {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted by the first SIGINT: the command finishes what it has in hand. */
  readonly signal: AbortSignal
}

/** Writes data to stdout, waiting while the reader is behind. */
export const write = async (io: Io, text: string | Uint8Array): Promise<void> => {
  if (!io.stdout.write(text)) await once(io.stdout, 'drain')
}

/** Whether a stream takes colours: a terminal, unless NO_COLOR or FORCE_COLOR say otherwise (no-color.org). */
export const takesColour = (io: Io, stream: { readonly isTTY?: boolean }): boolean =>
  io.env.NO_COLOR ? false : io.env.FORCE_COLOR ? io.env.FORCE_COLOR !== '0' : stream.isTTY === true && io.env.TERM !== 'dumb'

const BREATH = 50

/** Lets signals have their turn now and then in work that waits for nothing: without it Ctrl-C is heard when all is done. */
export const breather = (): (() => Promise<void>) => {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - last < BREATH) return
    await new Promise((turn) => setImmediate(turn))
    last = performance.now()
  }
}

/** The same for a command that has written nothing yet: the first signal ends it with exit code 130. */
export const pauser = ({ signal }: Io): (() => Promise<void>) => {
  const breathe = breather()
  return async () => {
    await breathe()
    signal.throwIfAborted()
  }
}
