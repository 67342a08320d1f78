import pc from 'picocolors'
import type { Gaps, Sample } from '../../lexicography/find-gaps.ts'
import { EXIT, type Exit } from '../exit.ts'
import { wrap } from '../explain-text.ts'
import { breather, type Io, takesColour, write } from '../io.ts'
import { printable } from '../printable.ts'

export type GapsOptions = {
  readonly db: string
  readonly lexicon?: readonly string[] | undefined
  readonly most: number
  readonly samples: number
  readonly only?: keyof Gaps
  readonly json?: boolean
}

/** `annalist lexicon gaps`: what a database's articles name and tell that the lexicon has no entry for, most frequent first. */
export const lexiconGaps = async ({ db, lexicon = [], most, samples, only, json }: GapsOptions, io: Io): Promise<Exit> => {
  const [{ findGaps }, { lexiconData }, { indexActions }] = await Promise.all([
    import('../../lexicography/find-gaps.ts'),
    import('../load-english.ts'),
    import('../../lexicon/index-actions.ts'),
  ])
  const breathe = breather()
  const gaps = await findGaps(db, { most, samples }, async () => {
    await breathe()
    return io.signal.aborted
  })
  if (io.signal.aborted) return EXIT.interrupted
  const patterns = indexActions(await lexiconData(lexicon))
  const entriesOf = (lemma: string): readonly string[] => [
    ...new Set(lemma.split(' ').flatMap((word) => (patterns.get(word) ?? []).map(({ entry }) => entry.id))),
  ]
  const acts = gaps.acts.map((gap) => ({ ...gap, entries: entriesOf(gap.lemma) }))
  const kinds = { actors: gaps.actors, acts, sides: gaps.sides }
  if (json) {
    const lines = Object.entries(kinds).flatMap(([gap, list]) =>
      only === undefined || only === gap ? list.map((g) => ({ gap, ...g })) : [],
    )
    for (const line of lines) await write(io, `${JSON.stringify(line)}\n`)
    return EXIT.done
  }
  const colour = pc.createColors(takesColour(io, io.stdout))
  const width = Math.min(io.stdout.columns || 100, 120)
  const tell = async (kind: keyof Gaps, title: string, lines: readonly Line[]): Promise<void> => {
    if (only !== undefined && only !== kind) return
    await write(io, `${colour.bold(title)}\n${lines.length === 0 ? '  none\n' : ''}`)
    for (const line of lines) await write(io, printable(asText(line, width, colour), colour.isColorSupported))
    await write(io, '\n')
  }
  for (const [kind, title] of ACTORS)
    await tell(
      'actors',
      title,
      gaps.actors.filter((g) => g.kind === kind).map((g) => ({ ...g, head: g.name, note: g.role ?? '' })),
    )
  await tell(
    'acts',
    'Acts with an actor and no code',
    acts.map((g) => ({ ...g, head: g.lemma, note: noteOf(g) })),
  )
  await tell(
    'sides',
    'Entries that fired where nobody acts: is there a name that the lexicon lacks?',
    gaps.sides.map((g) => ({ ...g, head: g.rule, note: '' })),
  )
  if (only === undefined)
    await write(io, colour.dim('annalist lexicon add writes an entry; annalist lexicon show WORD tells what there is\n'))
  return EXIT.done
}

const ACTORS = [
  ['name', 'Names that the lexicon doesn’t know'],
  ['role', 'People and bodies of whom nothing tells the state'],
] as const

const MOST = 4
const noteOf = ({ guessed, entries }: { readonly guessed: number; readonly entries: readonly string[] }): string =>
  [
    ...(guessed > 0 ? [`${guessed} guessed by the fallback`] : []),
    entries.length === 0
      ? 'no entry has it'
      : `entries that didn’t fit: ${entries.slice(0, MOST).join(', ')}${entries.length > MOST ? ` and ${entries.length - MOST} more` : ''}`,
  ].join('; ')

type Line = {
  readonly head: string
  readonly note: string
  readonly times: number
  readonly articles: number
  readonly samples: readonly Sample[]
}

const asText = (
  { head, note, times, articles, samples }: Line,
  width: number,
  { bold, dim, cyan }: ReturnType<typeof pc.createColors>,
): string =>
  [
    `${String(times).padStart(6)}  ${cyan(head)}${note === '' ? '' : `  ${dim(note)}`}${dim(`  in ${articles} article${articles === 1 ? '' : 's'}`)}`,
    ...samples.flatMap((sample) =>
      wrap(sample.text, width - 12).map(
        (line, i) =>
          `${i === 0 ? dim('        · ') : '          '}${sample.words.includes('\n') ? line : line.replace(sample.words, bold)}`,
      ),
    ),
    '',
  ].join('\n')
