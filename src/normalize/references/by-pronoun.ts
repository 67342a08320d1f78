import type { Mention } from '../../document.ts'
import { HE_OF_SOME, HE_OR_SHE, IT, SOMEBODY } from './antecedents.ts'
import { byThey } from './by-they.ts'
import type { Discourse } from './discourse.ts'
import { referBack } from './find-antecedent.ts'
import type { Resolution, Standing } from './resolution.ts'
import { byOrder, byPair } from './resolve-several.ts'

/** "he", "it", "both", "they": whom a pronoun means. */
export const byPronoun = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const text = mention.text.toLowerCase()
  if (mention.gender)
    return referBack(discourse, mention, at, HE_OR_SHE) ?? (at.coerced ? referBack(discourse, mention, at, HE_OF_SOME) : null)
  if (at.lemma === 'old') return referBack(discourse, mention, at, SOMEBODY)
  if (at.lemma === 'former' || at.lemma === 'latter') return byOrder(discourse, mention, at)
  if (/^(it|its|itself)$/.test(text)) return referBack(discourse, mention, at, IT)
  if (/^(both|each|either|neither)$/.test(text)) return byPair(discourse, at, mention.text)
  return /^(they|them|their|theirs|themselves)$/.test(text) ? byThey(discourse, mention, at) : null
}
