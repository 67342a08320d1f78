import { firstWord, fold, spellName } from './fold.ts'
import type { ActionPart, ActionPattern } from './index-actions.ts'
import { type ContextPhrase, indexContexts } from './index-contexts.ts'
import type { ActionEntry, ActorEntry, Code, LexiconData, LightVerb, Operator, PersonEntry } from './lexicon.ts'
import type { LongLists, PackedLexicon } from './pack-lexicon.ts'
import { plural } from './plural.ts'
import { type NameHit, readingsOfActor, readingsOfPerson, readingsOfRole } from './readings.ts'
import { remembered } from './remembered.ts'
import { entryAt, type Lookup, lookup, once, partly, remember, tableOf } from './unpack.ts'
import { wantedBy } from './wanted.ts'

/** What a token looks like to whoever looks for names. `most`: how many gaps the longest name has that begins with it; undefined where none does. */
export type Sight = {
  readonly key: string
  readonly most: number | undefined
  /** Whether a name may go on with it behind a gap. */
  readonly inside: boolean
  readonly breaks: boolean
  readonly dash: boolean
  /** What is known under the token by itself; null where nothing begins with it. */
  readonly alone: Known | null
}

/** What is known under a folded stretch of words: its readings as a name and as a role; `loud`: it is in capitals. */
export type Known = {
  readonly blocked: boolean
  readonly exact: readonly NameHit[] | undefined
  readonly roles: readonly NameHit[] | undefined
  readonly loud: boolean
}

/** The lexicon with its indexes. */
export type Lexicon = {
  readonly data: LexiconData
  /** By a token's text. */
  readonly sight: (text: string) => Sight
  /** By a stretch of folded tokens. */
  readonly known: (key: string) => Known
  /** By folded name, case kept. */
  readonly names: Lookup<readonly NameHit[]>
  /** By folded lower-case name, for text in capitals. */
  readonly shouted: Lookup<readonly NameHit[]>
  /** By folded lower-case word, singular and plural. */
  readonly roles: Lookup<readonly NameHit[]>
  readonly entities: Lookup<ActorEntry>
  readonly codes: ReadonlyMap<string, Code>
  readonly actions: Lookup<readonly ActionPattern[]>
  readonly classesOf: Lookup<ReadonlySet<string>>
  readonly classRoles: ReadonlyMap<string, ReadonlySet<string>>
  readonly operators: ReadonlyMap<string, Operator>
  readonly lightVerbs: ReadonlyMap<string, LightVerb['lends']>
  /** Phrases that tell of PLOVER's contexts, by first word. */
  readonly contexts: Lookup<readonly ContextPhrase[]>
  /** By word or phrase in small letters, the topics that it tells. */
  readonly topics: Lookup<readonly string[]>
  /** Whether a phrase that tells of a topic ends with the word. */
  readonly endsTopic: (word: string) => boolean
  /** The entities that a common noun may refer back to ("alliance" → NATO …), by lemma. */
  readonly described: ReadonlyMap<string, ReadonlySet<string>>
  /** Given names by their gender (`both` where they don't tell). */
  readonly givenNames: ReadonlyMap<string, 'female' | 'male' | 'both'>
  /** How many tokens a name has at most. */
  readonly longestName: number
}

/** The packed lexicon's data; its long lists are read when they are asked for. */
export const openData = (packed: PackedLexicon): LexiconData => {
  const rest = JSON.parse(packed.rest) as Omit<LexiconData, 'hash' | LongLists>
  const all = <T>(text: string): (() => readonly T[]) => once(() => (text === '' ? [] : JSON.parse(`[${text.replaceAll('\n', ',')}]`)))
  const [actors, people, actions] = [all<ActorEntry>(packed.actors), all<PersonEntry>(packed.people), all<ActionEntry>(packed.actions)]
  return {
    ...rest,
    hash: packed.hash,
    get actors() {
      return actors()
    },
    get people() {
      return people()
    },
    get actions() {
      return actions()
    },
  }
}

/** Opens a packed lexicon: a few milliseconds, for entries and readings are made when they are asked for. */
export const openLexicon = (packed: PackedLexicon, data: LexiconData): Lexicon => {
  const [actor, person, action] = [
    entryAt<ActorEntry>(packed.actors),
    entryAt<PersonEntry>(packed.people),
    entryAt<ActionEntry>(packed.actions),
  ]
  const wanting = remember((at: number) => {
    const entry = action(at)
    return { entry, when: wantedBy(entry.when), except: wantedBy(entry.except) }
  })
  const ids = once(() => new Map(packed.ids.split(' ').map((id, i): [string, number] => [id, i])))
  const readings = remember((entry: string): readonly NameHit[] => {
    const at = Number(entry.slice(1))
    if (entry.startsWith('p')) return readingsOfPerson(person(at))
    const role = entry.startsWith('r') ? data.roles[at] : undefined
    return role ? readingsOfRole(role) : readingsOfActor(actor(at))
  })
  const hitOf = (ref: string): readonly NameHit[] => {
    const [entry = '', n] = ref.split('.')
    return readings(entry)
      .slice(Number.parseInt(n ?? '', 10))
      .slice(0, 1)
  }
  const hits = (refs: string): readonly NameHit[] => refs.split('|').flatMap(hitOf)
  const contexts = once(() => indexContexts(data))
  const topics = once(() => topicsByWord(data))
  const lastOfTopics = once(() => new Set([...topics().keys()].flatMap((phrase) => phrase.split(' ').slice(1).slice(-1))))
  const shouted = once(() => {
    const table = shout(tableOf(packed.names))
    return lookup(() => table, hits)
  })
  const described = [...tableOf(packed.described)].map(([noun, list]): [string, ReadonlySet<string>] => [noun, new Set(list.split('|'))])
  const named = lookup(partly(packed.names), hits)
  const roles = lookup(partly(packed.roles), hits)
  const [blocked, inside, starts] = [partly(packed.blocked), partly(packed.inside), partly(packed.starts)]
  const [phrases, classes] = [tableOf(packed.phrases), tableOf(packed.classes)]
  const known = remembered((key): Known => {
    const low = key.toLowerCase()
    return {
      blocked: blocked(low).has(low),
      exact: named.get(spellName(key)),
      roles: roles.get(low),
      loud: key.length >= 4 && key === key.toUpperCase(),
    }
  })
  return {
    data,
    // The words of a language are few: what they look like and what begins with them is reckoned once for each.
    sight: remembered((text) => {
      const [key, first] = [fold(text), firstWord(text)]
      const gaps = starts(first).get(first)
      const most = gaps === undefined ? undefined : Number(gaps)
      const alone = most === undefined || key === '' ? null : known(key)
      return { key, most, inside: key === '' || inside(first).has(first), breaks: BREAK.test(text), dash: DASH.test(text), alone }
    }),
    known,
    names: named,
    shouted: { get: (key) => shouted().get(key) },
    roles,
    entities: {
      get: (id) => {
        const at = ids().get(id)
        return at === undefined ? undefined : actor(at)
      },
    },
    codes: new Map(data.codebook.map((c) => [c.code, c])),
    actions: lookup(
      () => phrases,
      (text) =>
        text.split('|').map((pattern) => {
          const [at, part, ...words] = pattern.split(' ')
          const { entry, when, except } = wanting(Number(at))
          return { entry, part: part as ActionPart, words, phrase: words.join(' '), when, except }
        }),
    ),
    classesOf: lookup(
      () => classes,
      (text) => new Set(text.split('|')),
    ),
    classRoles: new Map(data.classes.map((c) => [c.id, new Set(c.roles)])),
    operators: new Map(
      [...tableOf(packed.operators)].flatMap(([form, at]): readonly [string, Operator][] => {
        const operator = data.operators[Number(at)]
        return operator ? [[form, operator]] : []
      }),
    ),
    lightVerbs: new Map(data.lightVerbs.map(({ verb, lends }) => [verb, lends])),
    contexts: { get: (word) => contexts().get(word) },
    topics: { get: (word) => topics().get(word) },
    endsTopic: (word) => lastOfTopics().has(word),
    described: new Map(described),
    givenNames: new Map(data.givenNames.flatMap(({ gender, names: list }) => list.map((name): [string, typeof gender] => [name, gender]))),
    longestName: 14,
  }
}

const BREAK = /^[,;:()[\]!?…–—]+$/
const DASH = /^[-‐‑]$/

const topicsByWord = (data: LexiconData): ReadonlyMap<string, readonly string[]> => {
  const topics = new Map<string, readonly string[]>()
  for (const { id, words } of data.topics)
    for (const word of words) for (const form of new Set([word, plural(word)])) topics.set(form, [...(topics.get(form) ?? []), id])
  return topics
}

/** Names of more than three letters in small letters, but for those that keep their case; of names that fall together the earlier entry's readings come first. */
const shout = (names: ReadonlyMap<string, string>): Map<string, string> => {
  const shouted = new Map<string, readonly string[]>()
  for (const [name, refs] of names) {
    if (name.length < 4) continue
    const loose = refs.includes('!')
      ? refs
          .split('|')
          .filter((ref) => !ref.endsWith('!'))
          .join('|')
      : refs
    const key = name.toLowerCase()
    const before = shouted.get(key)
    if (loose !== '') shouted.set(key, before === undefined ? [loose] : [...before, loose].sort((a, b) => placeOf(a) - placeOf(b)))
  }
  return new Map([...shouted].map(([key, readings]) => [key, readings.join('|')]))
}

/** Where what readings begin with stands in the lexicon: actors before people. */
const placeOf = (refs: string): number => {
  const [entry = '', reading = ''] = refs.split('.')
  return (entry.startsWith('p') ? 1e9 : 0) + 1000 * Number(entry.slice(1)) + Number.parseInt(reading, 10)
}
