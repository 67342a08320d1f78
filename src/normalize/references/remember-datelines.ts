import type { Document } from '../../document.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { matchName } from '../../lexicon/match-name.ts'
import { resolveActor } from '../../lexicon/resolve-actor.ts'
import { tokenize } from '../../syntax/tokens.ts'
import { unshouted } from '../places/find-place-names.ts'
import { placesNamed } from '../places/gazetteer.ts'
import { placeKey } from '../places/place-key.ts'
import { stateOfPlaces } from '../places/state-of-places.ts'
import { type Discourse, type Referent, remember } from './discourse.ts'

/** The states whose capitals or towns head an article: "the ministry" in a report from Manila is theirs where nothing else is said. */
export const rememberDatelines = (
  discourse: Discourse,
  { article, datelines }: Document,
  lexicon: Lexicon,
  day: string | null,
): Discourse => {
  const referents = datelines.flatMap(({ places }) =>
    places.flatMap((span): readonly Referent[] => {
      const match = matchName(lexicon, tokenize(article.text, span), 0)
      const actor = (match && resolveActor(lexicon, match, day)) ?? townAt(lexicon, article.text.slice(span.start, span.end))
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
        acted: false,
        spoke: false,
        head: -1,
      }
      return [{ entity, role, code, name, kind: 'name', rule, ...stand, ...span, text: article.text.slice(span.start, span.end) }]
    }),
  )
  return remember(discourse, referents)
}

/** "KANO", "Srinagar": the state of a town that is no capital. */
const townAt = (lexicon: Lexicon, text: string): Pick<Referent, 'entity' | 'role' | 'code' | 'name' | 'rule'> | null => {
  const entity = stateOfPlaces(placesNamed(placeKey(unshouted(text))), lexicon, [])
  return entity === null ? null : { entity, role: null, code: null, name: lexicon.entities.get(entity)?.name ?? null, rule: null }
}
