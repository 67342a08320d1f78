import pc from 'picocolors'
import { describePlace, type Unreadable } from '../read/reading.ts'
import { type Io, takesColour } from './io.ts'
import { printable } from './printable.ts'

/** What a command says on stderr beside its data. `note` is for people and gone with --quiet; faults are always told. */
export type Messages = {
  readonly note: (text: string) => void
  readonly unreadable: (unreadable: Unreadable) => void
  readonly fault: (message: string, hint?: string) => void
  /** A line that is written over again, on a terminal only. */
  readonly progress: (text: string) => void
  /** How far long work is, where there is no terminal: a line for people, or its figures for machines. */
  readonly step: (text: string, figures: Readonly<Record<string, unknown>>) => void
}

/** Messages for people, or with `json` one JSON object a line. */
export const messagesTo = (io: Io, quiet: boolean, format: 'text' | 'json' = 'text'): Messages =>
  format === 'json' ? asJson(io, quiet) : asText(io, quiet)

const asJson = (io: Io, quiet: boolean): Messages => {
  const line = (level: 'info' | 'warning' | 'error', fields: Readonly<Record<string, unknown>>): void => {
    io.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, ...fields })}\n`)
  }
  return {
    note: (message) => {
      if (!quiet) line('info', { message })
    },
    unreadable: ({ place, message, hint }) => line('warning', { event: 'left out', ...place, message, hint }),
    fault: (message, hint) => line('error', { message, ...(hint && { hint }) }),
    progress: () => {},
    step: (_, figures) => {
      if (!quiet) line('info', { event: 'progress', ...figures })
    },
  }
}

const asText = (io: Io, quiet: boolean): Messages => {
  const colour = pc.createColors(takesColour(io, io.stderr))
  let shown = false
  const line = (text: string): void => {
    if (shown) io.stderr.write('\r\u001b[K')
    shown = false
    io.stderr.write(`${printable(text, colour.isColorSupported)}\n`)
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
      io.stderr.write(`\r\u001b[K${printable(text, colour.isColorSupported).slice(0, Math.max(0, (io.stderr.columns || 80) - 1))}`)
      shown = text !== ''
    },
    step: (text) => {
      if (!quiet) line(text)
    },
  }
}
