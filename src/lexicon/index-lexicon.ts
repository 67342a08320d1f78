import { fold, foldName } from './fold.ts'
import type { ActionEntry, ActorEntry, Code, Dated, LexiconData, Name, Operator, PersonEntry, RoleEntry } from './lexicon.ts'

/** How a name reaches its entry. */
export type How = 'name' | 'demonym' | 'people' | 'capital' | 'seat' | 'body' | 'person' | 'role' | 'description'

export type NameHit = Dated & { readonly how: How; readonly actor: ActorEntry | null; readonly person: PersonEntry | null; readonly role: RoleEntry | null; readonly entity: string | null; readonly cameoRole: string | null }

/** The lexicon with its indexes, made once from its data. */
export type Lexicon = {
  readonly data: LexiconData
  /** By folded name, case kept. */
  readonly names: ReadonlyMap<string, readonly NameHit[]>
  /** By folded lower-case name, for text in capitals. */
  readonly shouted: ReadonlyMap<string, readonly NameHit[]>
  /** By folded lower-case word, singular and plural. */
  readonly roles: ReadonlyMap<string, readonly NameHit[]>
  readonly entities: ReadonlyMap<string, ActorEntry>
  readonly codes: ReadonlyMap<string, Code>
  readonly actions: ReadonlyMap<string, readonly { readonly entry: ActionEntry; readonly words: readonly string[]; readonly part: 'verb' | 'noun' | 'adjective' }[]>
  readonly classesOf: ReadonlyMap<string, ReadonlySet<string>>
  readonly classRoles: ReadonlyMap<string, ReadonlySet<string>>
  readonly operators: ReadonlyMap<string, Operator>
  readonly lightVerbs: ReadonlySet<string>
  readonly longestName: number
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Builds every index that the extraction asks. */
export const indexLexicon = (data: LexiconData): Lexicon => {
  const { names, shouted, roles } = indexNames(data)
  return {
    data,
    names,
    shouted,
    roles,
    entities: new Map(data.actors.map((a) => [a.id, a])),
    codes: new Map(data.codebook.map((c) => [c.code, c])),
    actions: indexActions(data),
    classesOf: indexClasses(data),
    classRoles: new Map(data.classes.map((c) => [c.id, new Set(c.roles)])),
    operators: new Map(data.operators.flatMap((o) => o.verbs.map((v): [string, Operator] => [v, o]))),
    lightVerbs: new Set(data.lightVerbs),
    longestName: 9,
  }
}

const indexNames = (data: LexiconData) => {
  const names = new Map<string, NameHit[]>()
  const shouted = new Map<string, NameHit[]>()
  const roles = new Map<string, NameHit[]>()
  const add = (name: Name, hit: Omit<NameHit, 'from' | 'to' | 'entity' | 'cameoRole'>, role: string | null = null): void => {
    const full: NameHit = { ...hit, from: name.from, to: name.to, entity: name.entity ?? null, cameoRole: name.role ?? role }
    push(names, foldName(name.text), full)
    if (fold(name.text).length > 3) push(shouted, foldName(name.text).toLowerCase(), full)
  }
  for (const actor of data.actors) {
    const hit = (how: How) => ({ how, actor, person: null, role: null })
    for (const name of [{ text: actor.name }, ...actor.names]) add(name, hit('name'))
    for (const name of actor.demonyms) {
      add(name, hit('demonym'))
      if (actor.people.length === 0) add({ ...name, text: plural(name.text) }, hit('people'))
    }
    for (const name of actor.people) add(name, hit('people'))
    for (const name of actor.capitals) add(name, hit('capital'))
    for (const name of actor.seats) add(name, hit('seat'), 'GOV')
    for (const name of actor.bodies) add(name, hit('body'), 'GOV')
  }
  for (const person of data.people) for (const name of [{ text: person.name }, ...person.names]) add(name, { how: 'person', actor: null, person, role: null })
  for (const role of data.roles)
    for (const word of role.words)
      for (const form of new Set([word, plural(word)])) push(roles, fold(form).toLowerCase(), { how: 'role', actor: null, person: null, role, entity: null, cameoRole: role.role })
  return { names, shouted, roles }
}

/** The plural of a noun phrase's last word, or of its head before "of". */
const plural = (text: string): string => {
  const [head = text, ...rest] = text.split(/(?= (?:of|to|for|in) )/)
  const tail = rest.join('')
  if (/(?:ese|ss|sh|ch|x|z)$/.test(head)) return /(?:ese|ish|nch|tch|lsh)$/.test(head) && /^[A-Z]/.test(head) ? `${head}${tail}` : `${head}es${tail}`
  if (/man$/.test(head) && !/(?:German|Roman|Oman|Norman|human)$/.test(head)) return `${head.slice(0, -3)}men${tail}`
  if (/person$/.test(head)) return `${head.slice(0, -6)}people${tail}`
  if (/[^aeiou]y$/.test(head)) return `${head.slice(0, -1)}ies${tail}`
  return /s$/.test(head) ? `${head}${tail}` : `${head}s${tail}`
}

const indexActions = (data: LexiconData): Lexicon['actions'] => {
  const index = new Map<string, { entry: ActionEntry; words: string[]; part: 'verb' | 'noun' | 'adjective' }[]>()
  const nouns = new Map(data.nominalizations.map((n) => [n.verb, n.nouns]))
  const add = (entry: ActionEntry, phrase: string, part: 'verb' | 'noun' | 'adjective'): void => {
    const words = phrase.toLowerCase().split(/\s+/)
    // A noun is looked up by its head, which comes last; a verb by its first word.
    push(index, part === 'noun' ? (words.find((_, i) => words[i + 1] === 'of') ?? words.at(-1) ?? '') : (words[0] ?? ''), { entry, words, part })
  }
  for (const entry of data.actions) {
    for (const verb of entry.verbs) {
      add(entry, verb, 'verb')
      const alone = verb.includes(' ') ? [] : (nouns.get(verb) ?? [])
      for (const noun of alone) add(entry, noun, 'noun')
      for (const noun of verb.includes(' ') ? (nouns.get(verb) ?? []) : []) add(entry, noun, 'noun')
    }
    for (const noun of entry.nouns) add(entry, noun, 'noun')
    for (const adjective of entry.adjectives) add(entry, adjective, 'adjective')
  }
  return index
}

const indexClasses = (data: LexiconData): Lexicon['classesOf'] => {
  const index = new Map<string, Set<string>>()
  for (const { id, words } of data.classes)
    for (const word of words) {
      const key = word.toLowerCase()
      const set = index.get(key)
      if (set) set.add(id)
      else index.set(key, new Set([id]))
    }
  return index
}
