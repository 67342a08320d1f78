import { firstWord, fold, foldName, gapsIn, wordsBehind } from './fold.ts'
import type { LexiconData } from './lexicon.ts'
import { plural } from './plural.ts'
import { type NameHit, readingsOfActor, readingsOfPerson, readingsOfRole, writingsOf } from './readings.ts'
import { spellings } from './spelling.ts'

/**
 * Readings by what they are looked up by. A reading is written `a12.3`: the fourth of the thirteenth actor (`p`: person, `r`: role), with a `!` after
 * it where letter case must be kept.
 */
export type NameTables = {
  /** By folded name, case kept. */
  readonly names: ReadonlyMap<string, readonly string[]>
  /** By folded lower-case word, singular and plural. */
  readonly roles: ReadonlyMap<string, readonly string[]>
  /** Folded phrases that hold an actor's name or a role's word and mean something else. */
  readonly blocked: readonly string[]
  /** The folded lower-case first words of all of these, with how many gaps between words the longest has that begins so. */
  readonly starts: ReadonlyMap<string, number>
  /** The folded lower-case words that stand behind the first in any of them. */
  readonly inside: ReadonlySet<string>
}

/** Indexes every name, demonym, title and word for people. The slow half: done when the lexicon is compiled. */
export const indexNames = (data: LexiconData): NameTables => {
  const names = new Map<string, string[]>()
  const roles = new Map<string, string[]>()
  const starts = new Map<string, number>()
  const inside = new Set<string>()
  const start = (form: string): void => {
    starts.set(firstWord(form), Math.max(gapsIn(form), starts.get(firstWord(form)) ?? 0))
    for (const word of wordsBehind(form)) inside.add(word)
  }
  const add = (index: Map<string, string[]>, hits: readonly NameHit[], entry: string, keyOf: (text: string) => string): void => {
    for (const [n, hit] of hits.entries())
      for (const text of writingsOf(hit)) {
        const key = keyOf(text)
        const ref = `${entry}.${n}${hit.exact ? '!' : ''}`
        const list = index.get(key)
        if (list) list.push(ref)
        else index.set(key, [ref])
        start(text)
      }
  }
  for (const [i, actor] of data.actors.entries()) add(names, readingsOfActor(actor), `a${i}`, foldName)
  for (const [i, person] of data.people.entries()) add(names, readingsOfPerson(person), `p${i}`, foldName)
  for (const [i, role] of data.roles.entries()) add(roles, readingsOfRole(role), `r${i}`, foldWord)
  const blocked = new Set<string>()
  for (const phrase of [...data.notActors, ...data.roles.flatMap((r) => r.not)])
    for (const form of [...spellings(phrase), ...spellings(plural(phrase))]) {
      blocked.add(foldWord(form))
      start(form)
    }
  return { names, roles, blocked: [...blocked], starts, inside }
}

const foldWord = (text: string): string => fold(text).toLowerCase()
