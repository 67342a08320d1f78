import { existsSync } from 'node:fs'
import pc from 'picocolors'
import { checkSteps } from '../../check/check-database.ts'
import { type Failure, PROMISES } from '../../check/failure.ts'
import type { Config } from '../../config/config-schema.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { breather, type Io, takesColour, write } from '../io.ts'
import type { LoadLibrary } from '../library.ts'
import { printable } from '../printable.ts'

export type CheckOptions = {
  readonly db: string
  readonly config: Config | null
  readonly verdicts?: string
  readonly json?: boolean
  readonly most: number
}

const asText = ({ promise, row, message, remedy }: Failure, colour: ReturnType<typeof pc.createColors>): string =>
  `${colour.red('broken')} ${PROMISES[promise]}\n       ${row}: ${message}\n       ${colour.dim(`→ ${remedy}`)}\n`

/** `annalist check`: the database against its own promises, and against the configuration. */
export const checkCommand = async ({ db, config, verdicts, json, most }: CheckOptions, io: Io, load: LoadLibrary): Promise<Exit> => {
  const { codebook, settings } = await load()
  const demands = {
    codebook: new Map(codebook.map((code) => [code.code, code])),
    current: config === null ? null : settings,
    bounds: config?.check,
  }
  const colour = pc.createColors(takesColour(io, io.stdout))
  const counts = new Map<Failure['promise'], number>()
  const tell = async (failure: Failure): Promise<void> => {
    const count = (counts.get(failure.promise) ?? 0) + 1
    counts.set(failure.promise, count)
    if (json) await write(io, `${JSON.stringify(failure)}\n`)
    else if (count <= most) await write(io, printable(asText(failure, colour), colour.isColorSupported))
  }
  const breathe = breather()
  for (const failure of checkSteps(db, demands)) {
    await breathe()
    if (io.signal.aborted) return EXIT.interrupted
    if (failure !== null) await tell(failure)
  }
  if (config?.score && existsSync(db) && !counts.has('file')) {
    const { scoreFailures } = await import('../score-floors.ts')
    for (const failure of scoreFailures(db, config.score)) await tell(failure)
  }
  if (verdicts !== undefined && existsSync(db) && !counts.has('file')) {
    if (!existsSync(verdicts))
      throw new UsageError(`there is no verdict file ${verdicts}`, 'annalist audit writes one; name it with --verdicts')
    const { checkVerdicts } = await import('../../check/check-verdicts.ts')
    for (const failure of checkVerdicts(db, verdicts)) await tell(failure)
  }
  if (!json) {
    for (const [promise, count] of counts)
      if (count > most) await write(io, colour.dim(`… and ${count - most} more: ${PROMISES[promise]}\n`))
    const broken = [...counts.keys()].length
    const kept = Object.keys(PROMISES).length - broken - (config === null ? 2 : 0) - (verdicts === undefined ? 1 : 0)
    await write(io, broken === 0 ? `${colour.green('ok')} ${db} keeps its ${kept} promises\n` : `${broken} promises of ${db} are broken\n`)
  }
  return counts.size === 0 ? EXIT.done : counts.has('file') ? EXIT.database : EXIT.failed
}
