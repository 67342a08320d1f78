import type { Upos } from '../document.ts'
import { CAPITAL, EXCEPTIONS, SILENT_E } from './lemma-data.ts'
import { silentE } from './lemma-endings.ts'
import { lemmaByRule } from './lemma-rules.ts'

/**
 * The lemma of a form with its part of speech, as UD English writes it: in small letters but for proper nouns and the adjectives of peoples and places.
 * Irregular forms are looked up, the rest follows the rules of inflection. Both lists are made by scripts/derive-lemmas.ts.
 */
export const lemmaOf = (form: string, upos: Upos): string => {
  let known = lemmas.get(upos)
  if (known === undefined) {
    known = new Map()
    lemmas.set(upos, known)
  }
  const before = known.get(form)
  if (before !== undefined) return before
  const lemma = findLemma(form, upos)
  if (known.size >= MOST) known.clear()
  known.set(form, lemma)
  return lemma
}

// The words of a language are few; memory stays bounded all the same.
const MOST = 50_000
const lemmas = new Map<Upos, Map<string, string>>()

const findLemma = (form: string, upos: Upos): string => {
  if (upos === 'X' || upos === 'SYM' || upos === 'PUNCT') return form
  const lower = form.toLowerCase().replace('’', "'")
  const known = exceptions.get(`${upos} ${lower}`)
  if (known !== undefined) return known
  if (upos === 'PROPN') return lemmaByRule(form, upos, dropsE)
  if (form.length === 1 && upos === 'NOUN') return form
  if (upos === 'ADJ' && (capital.has(lower) || (form !== lower && OF_PLACE.test(lower))))
    return lower.replace(/(?:^|-)\p{L}/gu, (c) => c.toUpperCase())
  return lemmaByRule(lower, upos, dropsE)
}

// "Colombian", "Congolese", but not "Humanitarian" at the head of a sentence. More are listed.
const OF_PLACE = /^(?!.*(?:tarian|estrian|guardian|median|radian|mediterranean)$)\p{L}{3,}(?:[nrtbsgdlkm]ian|[^l]ean|[nd]ese)$/u

const exceptions: ReadonlyMap<string, string> = new Map(
  EXCEPTIONS.split('\n').flatMap((line) => {
    const [upos, ...pairs] = line.split(' ')
    return pairs.map((pair): [string, string] => {
      const [form = '', lemma = ''] = pair.split('>')
      return [`${upos} ${form}`, lemma]
    })
  }),
)

const capital: ReadonlySet<string> = new Set(CAPITAL.split(' '))

const dropsE = silentE(SILENT_E)
