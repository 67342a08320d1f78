import pc from 'picocolors'
import type { Change } from '../../lexicography/compare-entries.ts'
import { EXIT, type Exit } from '../exit.ts'
import { type Io, takesColour, write } from '../io.ts'

export type CheckLexiconOptions = { readonly json?: boolean }

/** `annalist lexicon check`: what is wrong with a lexicon of a user's own over ours, each fault with place and remedy; else what it changes. */
export const lexiconCheck = async (dirs: readonly string[], { json }: CheckLexiconOptions, io: Io): Promise<Exit> => {
  const [{ layOver }, { faultsFrom }, { compareEntries }, { lexiconData }] = await Promise.all([
    import('../../lexicography/read-over.ts'),
    import('../../lexicography/faults.ts'),
    import('../../lexicography/compare-entries.ts'),
    import('../../lexicon/english.ts'),
  ])
  const { data, problems } = layOver(...dirs)
  const faults = faultsFrom(problems)
  const change = compareEntries(lexiconData, data)
  const { bold, red, green } = pc.createColors(takesColour(io, io.stdout))
  if (json) await write(io, `${JSON.stringify({ faults, ...change })}\n`)
  else if (faults.length > 0)
    await write(
      io,
      `${faults.map(({ file, line, message }) => `${bold(`${file}:${line}`)}: ${message}\n`).join('')}${red(`${faults.length} fault${faults.length === 1 ? '' : 's'}`)}\n`,
    )
  else await write(io, `${green('ok')} ${dirs.join(', ')}: ${told(change)}\n`)
  return faults.length > 0 ? EXIT.failed : EXIT.done
}

const told = ({ added, overridden, retired }: Change): string =>
  [
    `${added.length} entries added`,
    `${overridden.length} of ours overridden${names(overridden)}`,
    `${retired.length} retired${names(retired)}`,
  ].join(', ')

const MOST = 8
const names = (ids: readonly string[]): string =>
  ids.length === 0 ? '' : ` (${ids.slice(0, MOST).join(', ')}${ids.length > MOST ? ', …' : ''})`
