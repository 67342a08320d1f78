import type { Mention } from '../../document.ts'
import { isCalendarWord } from '../../extract/actors/calendar-words.ts'
import { envoyOfPost } from '../../extract/clauses/envoy-of-post.ts'
import { isAcross } from '../../extract/clauses/is-across.ts'
import { nounPhrase, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isPartOfWorld } from '../../lexicon/part-of-world.ts'
import { isDestination } from './is-destination.ts'

/** "in Havana", "near Oslo (Norway)": a place, and nobody who acts. */
export const isLocative = (lexicon: Lexicon, tree: Tree, { kind, head }: Mention): boolean =>
  kind === 'name' && isWhere(lexicon, tree, head)

const isWhere = (lexicon: Lexicon, tree: Tree, head: number): boolean =>
  hangsBy(tree, head, 'appos')
    ? isWhere(lexicon, tree, wordAt(tree, head).head)
    : hangsBy(tree, head, 'obl', 'nmod') &&
      (isAcross(tree, head) ||
        isDestination(lexicon, tree, head) ||
        envoyOfPost(tree, (lemma, id) => isOfClass(lexicon, lemma, id), head) >= 0 ||
        dependents(tree, head, 'case').some((at) =>
          /^(in|near|at|outside|inside|around|through|throughout|across)$/i.test(wordAt(tree, at).text),
        ))

/** "the authorities of the enclave", but "the chief of staff": whose they are is said, by words that may stand for nobody. */
export const isOwned = (tree: Tree, head: number): boolean =>
  dependents(tree, head, 'nmod').some(
    (at) => at > head && preposition(tree, at) === 'of' && dependents(tree, at, 'det', 'nmod:poss').length > 0,
  )

/** Whoever is of the state that he is in, unless that is said of him. */
const OFFICES = /^(GOV|MIL|COP|JUD|LEG|SPY)$/

/** Who is seldom elsewhere: soldiers and police may be sent there. */
const AT_HOME = /^(GOV|JUD|LEG)$/

/**
 * "In Niger, the guard arrested him", "stormed the parliament in Lima": the state that opens the sentence or stands right behind; of people in office only whose
 * capital they are in ("urged officials in Ankara"), but of no one minister, who may visit it.
 */
export const placeBeside = (reading: SentenceReading, lexicon: Lexicon, mention: Mention): Mention | null => {
  const { entity, kind, role, head, plural, name } = mention
  const isBody = kind === 'body' && OFFICES.test(role ?? '')
  const areUnnamed = plural && (kind === 'people' || (kind === 'person' && name === null))
  if (entity !== null || !(isBody || (areUnnamed && AT_HOME.test(role ?? '')))) return null
  const { tree, mentions, words } = reading
  const goes = goesThere(reading, { role, head })
  return (
    mentions.find((m) => {
      if (m.kind !== 'name' || m.entity === null || isPartOfWorld(lexicon, m.entity) || m.head === head || !isLocative(lexicon, tree, m))
        return false
      const { first } = nounPhrase(tree, m.head)
      const opens = m.head < head && words.slice(0, first).every((w) => !/^(NOUN|PROPN|VERB|PRON)$/.test(w.upos) || isDate(w.text))
      return (
        (isBody && opens && !goes && wordAt(tree, m.head).head === wordAt(tree, head).head) ||
        (m.head > head && (isBody || m.basis === 'capital') && first <= head + 2 && /^(in|at)$/i.test(words[head + 1]?.text ?? ''))
      )
    }) ?? null
  )
}

const isDate = (text: string): boolean => /\d/.test(text) || isCalendarWord(text)

/** "In Juba, the government signed an accord": who meets or signs may have come from elsewhere. */
export const goesThere = ({ candidates }: SentenceReading, { role, head }: Pick<Mention, 'role' | 'head'>): boolean =>
  /^(GOV|REB|INS|SEP)$/.test(role ?? '') &&
  candidates.some(
    ({ clause, acts: [act] }) => act?.entry.joint === true && clause.args.some((a) => /^(subject|with)$/.test(a.slot) && a.head === head),
  )
