import { fold, foldName } from '../lexicon/fold.ts'
import type { Lexicon, NameHit } from '../lexicon/index-lexicon.ts'
import { matchName } from '../lexicon/match-name.ts'
import { resolveActor } from '../lexicon/resolve-actor.ts'
import { tokenize } from '../syntax/tokens.ts'

/** One thing that a name may stand for. `holds`: whether it does on the date asked about; the first that holds is taken. */
export type ActorReading = {
  readonly how: string
  readonly text: string
  /** As `explain` tells it: `actors/RUS`. */
  readonly rule: string
  readonly name: string | null
  readonly entity: string | null
  readonly role: string | null
  readonly from: string | null
  readonly to: string | null
  /** It holds only beside one of these words, and then goes before the others. */
  readonly near: readonly string[]
  readonly holds: boolean
}

export type ActorLookUp = {
  readonly words: string
  /** Best first; none where the words are said to name nobody. */
  readonly readings: readonly ActorReading[]
}

/** What the names in some words stand for on a date, longest first from left to right. */
export const lookUpActors = (lexicon: Lexicon, text: string, date: string | null): readonly ActorLookUp[] => {
  const tokens = tokenize(text, { start: 0, end: text.length })
  const found: ActorLookUp[] = []
  for (let at = 0; at < tokens.length; at++) {
    const match = matchName(lexicon, tokens, at)
    if (!match) continue
    const [first, last] = [tokens[at], tokens[at + match.length - 1]]
    if (!first || !last) continue
    const words = text.slice(first.start, last.end)
    const key = foldName(words)
    // Those that hold only beside some word are shown, too.
    const all = [...(lexicon.names.get(key) ?? []), ...match.hits.filter((hit) => hit.role !== null)]
    const hits = [...new Set([...match.hits, ...all])]
    found.push({ words, readings: match.hits.length === 0 ? [] : hits.map((hit) => readingOf(lexicon, hit, date)) })
    at += match.length - 1
  }
  const whole = lexicon.names.get(foldName(text)) ?? []
  return found.length > 0 || whole.length === 0 ? found : [{ words: text, readings: whole.map((hit) => readingOf(lexicon, hit, date)) }]
}

const readingOf = (lexicon: Lexicon, hit: NameHit, date: string | null): ActorReading => {
  const actor = resolveActor(lexicon, { length: 1, hits: [hit] }, date)
  return {
    how: hit.how,
    text: hit.text,
    rule: `actors/${hit.role?.id ?? hit.person?.id ?? hit.actor?.id ?? ''}`,
    name: hit.person?.name ?? hit.actor?.name ?? null,
    entity: actor?.entity ?? hit.entity ?? hit.actor?.entity ?? hit.person?.entity ?? null,
    role: actor?.role ?? hit.cameoRole,
    from: hit.from ?? hit.actor?.from ?? null,
    to: hit.to ?? hit.actor?.to ?? null,
    near: hit.near,
    holds: actor !== null,
  }
}

/** People of this surname who are meant by it only after their full name, or never alone. */
export const namesakes = (lexicon: Lexicon, word: string): readonly { readonly id: string; readonly name: string }[] => {
  const key = foldName(word)
  const alone = new Set((lexicon.names.get(key) ?? []).flatMap(({ person }) => person?.id ?? []))
  return lexicon.data.people
    .filter(({ id, name }) => !alone.has(id) && foldName(name.split(' ').at(-1) ?? '') === key && fold(name) !== fold(word))
    .map(({ id, name }) => ({ id, name }))
}
