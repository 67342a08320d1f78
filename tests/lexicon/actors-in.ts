import { lexicon } from '../../src/lexicon/english.ts'
import { matchName } from '../../src/lexicon/match-name.ts'
import { resolveActor } from '../../src/lexicon/resolve-actor.ts'
import { tokenize } from '../../src/syntax/tokens.ts'

/** The actors that a text names, titles and words for people left out, as `Moscow RUS` or `Putin RUS GOV`: its words, entity and role on the date. */
export const actorsIn = (text: string, date: string | null): readonly string[] => {
  const tokens = tokenize(text, { start: 0, end: text.length })
  const found: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const match = matchName(lexicon, tokens, at)
    if (!match) continue
    const actor = resolveActor(lexicon, match, date)
    const [first, last] = [tokens[at], tokens[at + match.length - 1]]
    if (actor && !actor.hit.role && first && last)
      found.push([text.slice(first.start, last.end), actor.entity, actor.role].filter(Boolean).join(' '))
    if (actor || match.hits.length === 0) at += match.length - 1
  }
  return found
}
