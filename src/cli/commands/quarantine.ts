import { describePlace } from '../../read/reading.ts'
import { openStore } from '../../store/index.ts'
import { EXIT, type Exit } from '../exit.ts'
import { type Io, write } from '../io.ts'
import { printable } from '../printable.ts'

export type QuarantineOptions = { readonly db: string; readonly json?: boolean }

/** `annalist quarantine`: the inputs that were left out and not read since, with place, reason and remedy. */
export const quarantineCommand = async ({ db, json }: QuarantineOptions, io: Io): Promise<Exit> => {
  const store = openStore(db, { readonly: true })
  try {
    const items = store.quarantine()
    if (items.length === 0 && !json) io.stderr.write('nothing is left out\n')
    for (const { file, line, field, message, hint, bytes } of items) {
      const place = { file, ...(line !== null && { line }), ...(field !== null && { field }) }
      if (json)
        await write(io, `${JSON.stringify({ file, line, field, message, hint, bytes: bytes && Buffer.from(bytes).toString('base64') })}\n`)
      else await write(io, printable(`${describePlace(place)}: ${message}\n  ${hint}\n`))
    }
    return EXIT.done
  } finally {
    store.close()
  }
}
