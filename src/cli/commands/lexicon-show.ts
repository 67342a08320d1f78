import pc from 'picocolors'
import type { ActorReading } from '../../lexicography/look-up-actors.ts'
import type { WordLookUp } from '../../lexicography/look-up-word.ts'
import type { RankedPattern } from '../../lexicography/rank-patterns.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { EXIT, type Exit } from '../exit.ts'
import { type Io, takesColour, write } from '../io.ts'

export type ShowOptions = { readonly lexicon?: readonly string[]; readonly on?: string; readonly json?: boolean }

/** `annalist lexicon show`: every entry that a word can reach, in the order in which they are tried; exits with 1 where it reaches none. */
export const lexiconShow = async (word: string, { lexicon = [], on, json }: ShowOptions, io: Io): Promise<Exit> => {
  const [{ placesOf }, { lookUpWord }] = await Promise.all([
    import('../../lexicography/read-over.ts'),
    import('../../lexicography/look-up-word.ts'),
  ])
  const found = lookUpWord(await openOver(lexicon), word, on ?? null)
  const places = placesOf(lexicon)
  const placeOf = (rule: string): string => places.get(rule) ?? ''
  if (json) await write(io, `${JSON.stringify(withPlaces(found, placeOf))}\n`)
  else await write(io, asText(found, placeOf, pc.createColors(takesColour(io, io.stdout))))
  return isEmpty(found) ? EXIT.failed : EXIT.done
}

/** Our lexicon as it was compiled, or with others laid over it. */
const openOver = async (dirs: readonly string[]): Promise<Lexicon> => {
  if (dirs.length === 0) return (await import('../../lexicon/english.ts')).lexicon
  const [{ readOver }, { indexLexicon }] = await Promise.all([
    import('../../lexicography/read-over.ts'),
    import('../../lexicon/index-lexicon.ts'),
  ])
  return indexLexicon(readOver(...dirs).data)
}

const isEmpty = ({ actions, lightVerb, operators, classes, asked, actors, namesakes, describes, contexts, topics }: WordLookUp): boolean =>
  !lightVerb && [actions, operators, classes, asked, actors, namesakes, describes, contexts, topics].every((list) => list.length === 0)

const withPlaces = (found: WordLookUp, placeOf: (rule: string) => string) => ({
  ...found,
  actions: found.actions.map((a) => ({ ...a, place: placeOf(`actions/${a.id}`) })),
  actors: found.actors.map(({ words, readings }) => ({ words, readings: readings.map((r) => ({ ...r, place: placeOf(r.rule) })) })),
})

type Colours = ReturnType<typeof pc.createColors>

const asText = (found: WordLookUp, placeOf: (rule: string) => string, colours: Colours): string => {
  const { bold, dim } = colours
  if (isEmpty(found)) return `nothing in the lexicon has "${found.word}"; annalist lexicon add writes an entry\n`
  const part = (title: string, text: string): string => (text === '' ? '' : `${bold(title)}\n${text}\n`)
  const list = (items: readonly string[]): string => items.map((item) => `  ${item}\n`).join('')
  const patterns = (['verb', 'noun', 'adjective'] as const)
    .map((kind) => [kind, found.actions.filter((a) => a.part === kind)] as const)
    .filter(([, own]) => own.length > 0)
  return [
    ...patterns.map(([kind, own]) => part(`As ${kind === 'adjective' ? 'an' : 'a'} ${kind}`, ranking(own, placeOf, colours))),
    patterns.length === 0 ? '' : `${dim(RULE)}\n\n`,
    found.lightVerb ? part('As a light verb', list(['lends its subject to an event noun in its object, which tells the act'])) : '',
    part(
      'As an operator',
      list(found.operators.map(({ verb, inner, control }) => `${verb}: the act below is ${inner}, done by its ${control}`)),
    ),
    part(
      'In classes',
      list(
        found.classes
          .filter(({ actions }) => actions.length > 0)
          .map(({ id, actions }) => `${id}  ${dim(`${placeOf(`classes/${id}`)}  asked by ${few(actions)}`)}`),
      ),
    ),
    part('Asked for as a word', found.asked.length === 0 ? '' : list([few(found.asked)])),
    ...found.actors.map(({ words, readings }) =>
      part(
        `"${words}" as an actor`,
        readings.length === 0
          ? list(['names nobody: not-actors.yaml, or the `not` of a role'])
          : list(readings.map((r) => told(r, placeOf, dim))),
      ),
    ),
    part(
      'Surname of people whom their full name must name first',
      list(found.namesakes.map(({ id, name }) => `${name}  ${dim(`actors/${id}  ${placeOf(`actors/${id}`)}`)}`)),
    ),
    part('May refer back to', found.describes.length === 0 ? '' : list([few(found.describes)])),
    part(
      'Tells of contexts',
      list(found.contexts.map(({ id, phrase }) => (id === null ? `none: "${phrase}" only looks like it` : `${id}: "${phrase}"`))),
    ),
    part('Tells of topics', list(found.topics)),
  ].join('')
}

const RULE = `Of the entries whose conditions all hold the highest sum wins; of equal sums the id that comes first. The sum above is the most that an
entry can reach: 4 for each word beyond the first and each literal word, 3 for a class, 2 for a kind of actor, 1 for any other condition.`

const ranking = (own: readonly RankedPattern[], placeOf: (rule: string) => string, { bold, dim }: Colours): string =>
  own
    .map(({ cameo, id, phrase, score, words, asks, except }, i) => {
      const terms = [
        `"${phrase}"${words > 0 ? ` ${words}` : ''}`,
        ...asks.map((a) => `${a.slot} ${few(a.alternatives)} ${a.score}`),
        ...except.map((a) => `but not ${a.slot} ${few(a.alternatives)}`),
      ]
      return `${String(i + 1).padStart(4)}. ${bold(String(score).padStart(2))}  ${cameo.padEnd(4)}  ${id}  ${dim(placeOf(`actions/${id}`))}\n          ${dim(terms.join('; '))}\n`
    })
    .join('')

const told = (r: ActorReading, placeOf: (rule: string) => string, dim: (text: string) => string): string => {
  const years = r.from === null && r.to === null ? '' : ` ${r.from ?? ''}–${r.to ?? ''}`
  const facts = [
    r.entity ?? 'no state of its own',
    ...(r.role === null ? [] : [r.role]),
    r.how,
    ...(r.near.length > 0 ? [`only beside ${few(r.near)}`] : []),
    ...(r.holds ? [] : ['not on that day']),
  ]
  return `${r.name ?? r.text}: ${facts.join(', ')}${years}  ${dim(`${r.rule}  ${placeOf(r.rule)}`)}`
}

const MOST = 6
const few = (items: readonly string[]): string =>
  items.length === 0 ? 'none' : `${items.slice(0, MOST).join(', ')}${items.length > MOST ? ` and ${items.length - MOST} more` : ''}`
