import { firstWord, foldName, gapsIn, spellName, wordsBehind } from './fold.ts'
import type { Known, Lexicon, NameHit, Sight } from './index-lexicon.ts'
import type { ActorEntry } from './lexicon.ts'
import { readingsOfActor, writingsOf } from './readings.ts'
import { remembered } from './remembered.ts'

/** A state that no lexicon can know, by its name and the adjectives of it that stand in the text. */
export type UnheardState = { readonly name: string; readonly demonyms: readonly string[] }

/** What such a state is called while its article is read; no entity of the lexicon begins so. */
const unheardEntity = (name: string): string => `?${name}`

export const isUnheard = (entity: string | null): boolean => entity?.startsWith('?') ?? false

/** The same lexicon, which knows some states more. */
export const withStates = (base: Lexicon, states: readonly UnheardState[]): Lexicon => {
  const actors = new Map(states.map((state): [string, ActorEntry] => [unheardEntity(state.name), entryOf(state)]))
  const own = new Map<string, readonly NameHit[]>()
  const starts = new Map<string, number>()
  const inside = new Set<string>()
  for (const hit of [...actors.values()].flatMap(readingsOfActor))
    for (const text of writingsOf(hit)) {
      own.set(foldName(text), [...(own.get(foldName(text)) ?? []), hit])
      starts.set(firstWord(text), Math.max(gapsIn(text), starts.get(firstWord(text)) ?? 0))
      for (const word of wordsBehind(text)) inside.add(word)
    }
  const known = remembered((key): Known => {
    const [theirs, mine] = [base.known(key), own.get(spellName(key))]
    return mine === undefined ? theirs : { ...theirs, exact: [...(theirs.exact ?? []), ...mine] }
  })
  const sight = remembered((text): Sight => {
    const [theirs, first] = [base.sight(text), firstWord(text)]
    const most = starts.get(first)
    if (most === undefined) return inside.has(first) ? { ...theirs, inside: true } : theirs
    return {
      ...theirs,
      most: Math.max(most, theirs.most ?? 0),
      inside: theirs.inside || inside.has(first),
      alone: theirs.key === '' ? theirs.alone : known(theirs.key),
    }
  })
  return {
    ...base,
    sight,
    known,
    names: { get: (key) => own.get(key) ?? base.names.get(key) },
    entities: { get: (id) => actors.get(id) ?? base.entities.get(id) },
  }
}

const entryOf = ({ name, demonyms }: UnheardState): ActorEntry => ({
  id: unheardEntity(name),
  kind: 'state',
  name,
  names: [],
  demonyms: demonyms.map((text) => ({ text })),
  people: [],
  capitals: [],
  seats: [],
  bodies: [],
  descriptions: [],
  members: [],
  entity: unheardEntity(name),
  role: null,
  home: null,
  code: unheardEntity(name),
  before: null,
})
