import type { Document } from '../../document.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { matchName } from '../../lexicon/match-name.ts'
import { resolveActor } from '../../lexicon/resolve-actor.ts'
import { tokenize } from '../../syntax/tokens.ts'
import { type Discourse, type Referent, remember } from './discourse.ts'

/** The states whose capitals head an article: "the ministry" in a report from Manila is theirs where nothing else is said. */
export const rememberDatelines = (
  discourse: Discourse,
  { article, datelines }: Document,
  lexicon: Lexicon,
  day: string | null,
): Discourse => {
  const referents = datelines.flatMap(({ places }) =>
    places.flatMap((span): readonly Referent[] => {
      const match = matchName(lexicon, tokenize(article.text, span), 0)
      const actor = match && resolveActor(lexicon, match, day)
      if (!actor?.entity || lexicon.entities.get(actor.entity)?.kind !== 'state') return []
      const { entity, role, code, name, rule } = actor
      const stand = {
        gender: null,
        plural: false,
        sentence: 0,
        section: 0,
        locative: true,
        guessed: false,
        subject: false,
        spoke: false,
        head: -1,
      }
      return [{ entity, role, code, name, kind: 'name', rule, ...stand, ...span, text: article.text.slice(span.start, span.end) }]
    }),
  )
  return remember(discourse, referents)
}
