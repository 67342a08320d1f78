import type { z } from '../zod.ts'
import { fold } from './fold.ts'
import type { LexiconData } from './lexicon.ts'
import { plural } from './plural.ts'
import type { Read } from './read-entries.ts'
import type { notActorSchema, roleSchema } from './schema.ts'
import { spellings } from './spelling.ts'

type Role = Read<z.output<typeof roleSchema>>
type NotActor = Read<z.output<typeof notActorSchema>>

/** Phrases that are said to name no actor though an entry says which actor they name: nothing would ever find that one. */
export const checkRoles = (data: LexiconData, roles: readonly Role[], notActors: readonly NotActor[]): readonly string[] => {
  const owners = new Map<string, string>()
  for (const actor of data.actors)
    for (const name of [{ text: actor.name }, ...actor.names, ...actor.people, ...actor.capitals, ...actor.seats, ...actor.bodies])
      owners.set(keyOf(name.text), `actor ${actor.id}`)
  for (const role of data.roles) for (const word of role.words) for (const form of formsOf(word)) owners.set(form, `role ${role.id}`)
  const collisions = (entry: Role | NotActor, key: 'not' | 'words', phrases: readonly string[]): readonly string[] =>
    phrases.flatMap((phrase, i) => {
      const owner = formsOf(phrase)
        .map((form) => owners.get(form))
        .find((o) => o !== undefined)
      return owner === undefined
        ? []
        : [
            `${entry.raw.path}:${entry.raw.lineOf([key, i])}: ${entry.value.id}: ${key}: "${phrase}" is a name of ${owner}, which it would hide; delete it (the longer phrase wins without it) or take it from there`,
          ]
    })
  return [
    ...roles.flatMap((role) => collisions(role, 'not', role.value.not)),
    ...notActors.flatMap((entry) => collisions(entry, 'words', entry.value.words)),
  ]
}

const keyOf = (text: string): string => fold(text).toLowerCase()
const formsOf = (phrase: string): readonly string[] => [...new Set([...spellings(phrase), ...spellings(plural(phrase))].map(keyOf))]
