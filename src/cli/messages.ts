import pc from 'picocolors'
import { describePlace, type Unreadable } from '../read/reading.ts'
import { type Io, takesColour } from './io.ts'

/** What a command says on stderr beside its data. `note` is for people and gone with --quiet; faults are always told. */
export type Messages = {
  readonly note: (text: string) => void
  readonly unreadable: (unreadable: Unreadable) => void
  readonly fault: (message: string, hint?: string) => void
  /** A line that is written over again, on a terminal only. */
  readonly progress: (text: string) => void
}

export const messagesTo = (io: Io, quiet: boolean): Messages => {
  const colour = pc.createColors(takesColour(io, io.stderr))
  let shown = false
  const line = (text: string): void => {
    if (shown) io.stderr.write('\r\u001b[K')
    shown = false
    io.stderr.write(`${text}\n`)
  }
  const fault = (message: string, hint?: string): void => {
    line(`${colour.red('error')} ${message}`)
    if (hint) line(`      ${colour.dim(hint)}`)
  }
  return {
    note: (text) => {
      if (!quiet) line(text)
    },
    unreadable: ({ place, message, hint }) => {
      line(`${colour.yellow('left out')} ${describePlace(place)}: ${message}`)
      if (!quiet) line(`         ${colour.dim(hint)}`)
    },
    fault,
    progress: (text) => {
      if (quiet || io.stderr.isTTY !== true) return
      io.stderr.write(`\r\u001b[K${text.slice(0, Math.max(0, (io.stderr.columns ?? 80) - 1))}`)
      shown = text !== ''
    },
  }
}
