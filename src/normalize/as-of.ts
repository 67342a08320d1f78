import type { EventDate, Party } from '../document.ts'
import { foldName } from '../lexicon/fold.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { PersonEntry } from '../lexicon/lexicon.ts'
import { keepsLast, remembered } from '../lexicon/remembered.ts'
import { actorCode, standing } from '../lexicon/resolve-actor.ts'

/**
 * The parties of an act as they were when it took place: of a history written in 2017 the president of 1964 is GOV, though he is ELI by the day it appeared, and
 * who was Secretary-General then is of the UN. Only persons whose office the lexicon dates change, and only by a date before the article's.
 */
export const asOf = (lexicon: Lexicon, parties: readonly Party[], date: EventDate | null, day: string | null): readonly Party[] => {
  const then = /^\d{4}(-\d\d){0,2}/.exec(date?.value ?? '')?.[0] ?? null
  if (then === null || day === null || then >= day.slice(0, then.length) || !parties.some(isPerson)) return parties
  return parties.map((party) => (isPerson(party) ? personThen(lexicon, party, then, day) : party))
}

/** Named by a person's name, or a pronoun that stands for one. */
const isPerson = ({ name, basis }: Party): boolean => name !== null && /^(person|coreference|discourse)$/.test(basis)

/** Most names are those of states, and the same again and again. */
const personsIn = keepsLast((lexicon: Lexicon) =>
  remembered((name): readonly PersonEntry[] =>
    (lexicon.names.get(foldName(name)) ?? []).flatMap(({ person }) => (person?.name === name ? [person] : [])),
  ),
)

const personThen = (lexicon: Lexicon, party: Party, then: string, day: string): Party => {
  for (const person of personsIn(lexicon)(party.name ?? '')) {
    const now = standing(person, day)
    // Another role is what the text calls him.
    if (now.entity !== party.entity || now.role !== party.role) continue
    const { entity, role } = standing(person, then)
    const { start, end, text, name, basis } = party
    return { start, end, text, entity, role, code: actorCode(lexicon, entity, role), name, basis }
  }
  return party
}
