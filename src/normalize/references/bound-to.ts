import type { Mention } from '../../document.ts'
import { conjuncts, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { STRIKES } from '../sides/sides.ts'

/**
 * The word whose referent a pronoun has by the grammar of its sentence, by its head: whom the act above is done to ("attacked Chad after accusing it", "put
 * sanctions on Chad for its raid"), whose word says it ("Chad's announcement that it would"); -1 where the grammar tells none. A preference, no demand.
 */
export const boundTo = (reading: SentenceReading, lexicon: Lexicon, { kind, head, text }: Mention): number => {
  if (kind !== 'pronoun') return -1
  const { tree } = reading
  const above = wordAt(tree, head).head
  if (above < 0) return -1
  if (hangsBy(tree, head, 'nmod:poss')) {
    if (isAnswered(reading, above, text)) return suffererOf(reading, answerTo(tree, above), head)
    const accuser = accuserAbove(reading, lexicon, above)
    if (accuser >= 0) return accuser
    return isCoerced(reading, above, text) ? aboveParticiple(reading, wordAt(tree, above).head, head) : -1
  }
  if (hangsBy(tree, head, 'nsubj')) {
    const threatened = threatenedWith(reading, lexicon, above, text)
    if (threatened >= 0) return threatened
    const punished = punishedAfter(reading, lexicon, above, text)
    if (punished >= 0) return punished
    return /^they$/i.test(text)
      ? speakersOf(reading, lexicon, above)
      : ownWord(tree, above, (lemma) => isOfClass(lexicon, lemma, 'own-word'))
  }
  // "freed Chad's envoy after accusing him": the subject of both is somebody else.
  return hangsBy(tree, head, 'obj', 'iobj') && isParticiple(tree, above) ? aboveParticiple(reading, above, head) : -1
}

/** A clause without a subject of its own that tells more of an act ("after accusing him"), or one that is joined to such ("freezing assets and banning them"). */
const isParticiple = (tree: Tree, verb: number): boolean =>
  verb >= 0 &&
  dependents(tree, verb, 'nsubj', 'nsubj:pass').length === 0 &&
  (hangsBy(tree, verb, 'advcl') ||
    (hangsBy(tree, verb, 'conj') && /ing$/.test(wordAt(tree, verb).text) && isParticiple(tree, wordAt(tree, verb).head)))

const aboveParticiple = (reading: SentenceReading, verb: number, before: number): number =>
  suffererOf(reading, wordAt(reading.tree, firstOf(reading.tree, verb)).head, before)

/** The first of participles that are joined. */
const firstOf = (tree: Tree, verb: number): number => (hangsBy(tree, verb, 'conj') ? firstOf(tree, wordAt(tree, verb).head) : verb)

/**
 * "put sanctions on officials, freezing their assets", "Israel bombed Gaza, killing their citizens"; but "attacked Syria, jailing its journalists", which may
 * be its own, and "accused Chad of shelling its post".
 */
const isCoerced = (reading: SentenceReading, noun: number, text: string): boolean => {
  const { tree, mentions } = reading
  const verb = wordAt(tree, noun).head
  if (!hangsBy(tree, noun, 'obj') || !isParticiple(tree, verb) || !isActOf(reading, verb, COERCES)) return false
  const first = firstOf(tree, verb)
  if ([verb, first].some((at) => dependents(tree, at, 'mark').length > 0)) return false
  if (dependents(tree, noun, 'amod').some((at) => wordAt(tree, at).lemma === 'own')) return false
  const act = wordAt(tree, first).head
  if ([act, ...dependents(tree, act, 'obj')].some((at) => isActOf(reading, at, SANCTIONS))) return true
  const subjects = dependents(tree, act, 'nsubj').flatMap((at) => conjuncts(tree, at))
  return /^their$/i.test(text) && subjects.length === 1 && mentions.some((m) => m.head === subjects[0] && !m.plural)
}

/** "accused Chad of shelling its post": who is said to be struck by another accuses; but a state may be accused of what it does to "its people". -1 where nobody is. */
const accuserAbove = (reading: SentenceReading, lexicon: Lexicon, noun: number): number => {
  const { tree, mentions } = reading
  const verb = wordAt(tree, noun).head
  if (
    !hangsBy(tree, noun, 'obj') ||
    verb < 0 ||
    !hangsBy(tree, verb, 'advcl', 'acl') ||
    isOfClass(lexicon, wordAt(tree, noun).lemma, 'own-people')
  )
    return -1
  const accuses = wordAt(tree, verb).head
  const isOf = dependents(tree, verb, 'mark').some((at) => /^of$/i.test(wordAt(tree, at).text))
  if (!isOf || wordAt(tree, accuses).lemma !== 'accuse' || !isActOf(reading, verb, STRIKES)) return -1
  if (dependents(tree, noun, 'amod').some((at) => wordAt(tree, at).lemma === 'own')) return -1
  const accuser = dependents(tree, accuses, 'nsubj')[0] ?? -1
  const entity = mentions.find((m) => m.head === accuser)?.entity ?? ''
  return OWNS.test(lexicon.entities.get(entity)?.kind ?? '') ? accuser : -1
}

/** Kinds of actors that have posts and villages to be struck. */
const OWNS = /^(state|region|group)$/

const isActOf = ({ candidates }: SentenceReading, verb: number, roots: RegExp): boolean =>
  candidates.some(({ clause, acts: [act] }) => clause.head === verb && act !== undefined && roots.test(act.entry.cameo))

/** "threatened to put sanctions on Chad unless it freed them": whoever may avert a threat or a penalty is whom it meets, one or several; -1 where there is none. */
const threatenedWith = (reading: SentenceReading, lexicon: Lexicon, verb: number, text: string): number => {
  const { tree } = reading
  if (!hangsBy(tree, verb, 'advcl') || !dependents(tree, verb, 'mark').some((at) => /^(unless|until)$/i.test(wordAt(tree, at).text)))
    return -1
  const act = wordAt(tree, verb).head
  for (const at of [act, ...dependents(tree, act, 'xcomp')])
    if (at < verb && isActOf(reading, at, PRESSES)) {
      const met = suffererOf(reading, at, verb)
      if (met >= 0 && mayMean(reading, lexicon, text, met)) return met
    }
  return -1
}

/** "barred the party after it refused to sign": who acts before he is coerced is whom it meets, but for states, who lose votes and wars themselves; -1 where there is none. */
const punishedAfter = (reading: SentenceReading, lexicon: Lexicon, verb: number, text: string): number => {
  const { tree, mentions } = reading
  if (!hangsBy(tree, verb, 'advcl') || !dependents(tree, verb, 'mark').some((at) => /^(after|because)$/i.test(wordAt(tree, at).text)))
    return -1
  const act = wordAt(tree, verb).head
  if (act > verb || !isActOf(reading, act, PUNISHES)) return -1
  const [object] = dependents(tree, act, 'obj').filter((at) => at < verb)
  const met = mentions.find((m) => m.head === object)
  if (object === undefined || !met || lexicon.entities.get(met.entity ?? '')?.kind === 'state') return -1
  if (/^(he|she)$/i.test(text)) return met.plural ? -1 : object
  return mayMean(reading, lexicon, text, object) ? object : -1
}

/** CAMEO root of arrests, bans and convictions. */
const PUNISHES = /^17/

/** "attacked ships of Israel until they were stopped", "threatened to kill the hostages unless it was paid": who is several is no "it", one is no "they". */
const mayMean = ({ tree, mentions }: SentenceReading, lexicon: Lexicon, text: string, at: number): boolean => {
  const mention = mentions.find((m) => m.head === at)
  if (lexicon.entities.get(mention?.entity ?? '')?.kind === 'group') return true
  const several = isSeveral(tree, at) || mention?.plural === true || dependents(tree, at, 'conj').length > 0
  return /^they$/i.test(text) ? several : !several
}

/** CAMEO roots of demands, threats, broken relations, coercion and force. */
const PRESSES = /^(10|13|16|17|19)/

/** CAMEO roots of what one does to others and hardly to oneself. */
const COERCES = /^(16|17|18|19)/
const SANCTIONS = /^16/

/** "Chad's announcement that it would", "the pledge by Chad that it would": who speaks by the noun. */
const ownWord = (tree: Tree, verb: number, isWord: (lemma: string) => boolean): number => {
  if (!hangsBy(tree, verb, 'acl', 'ccomp')) return -1
  const noun = wordAt(tree, verb).head
  return noun >= 0 && isWord(wordAt(tree, noun).lemma.toLowerCase()) ? ownerOf(tree, noun) : -1
}

/** "The member states said they would not accept it": several who speak speak of themselves. */
const speakersOf = ({ tree, mentions }: SentenceReading, lexicon: Lexicon, verb: number): number => {
  const speech = hangsBy(tree, verb, 'ccomp') ? wordAt(tree, verb).head : -1
  if (speech < 0 || !isOfClass(lexicon, wordAt(tree, speech).lemma.toLowerCase(), 'speaking')) return -1
  const subject = dependents(tree, speech, 'nsubj').find((at) => at < verb) ?? -1
  if (subject < 0) return -1
  // "The FARC said they …": a group is several, by whatever name.
  const entity = mentions.find((m) => m.head === subject)?.entity ?? ''
  if (!isSeveral(tree, subject) && lexicon.entities.get(entity)?.kind !== 'group') return -1
  // "EU states": named by the word before them.
  return [subject, ...dependents(tree, subject, 'compound', 'amod')].find((at) => mentions.some((m) => m.head === at)) ?? -1
}

const isSeveral = (tree: Tree, at: number): boolean => {
  const { upos, text, lemma } = wordAt(tree, at)
  const isPlural = upos === 'NOUN' ? text.toLowerCase() !== lemma : upos === 'PROPN' && /^\p{Ll}+[^s]s$/u.test(text)
  return isPlural && dependents(tree, at, 'conj').length === 0
}

const ownerOf = (tree: Tree, noun: number): number =>
  dependents(tree, noun, 'nmod:poss')[0] ?? dependents(tree, noun, 'nmod').find((at) => /^(by|of|from)$/.test(preposition(tree, at))) ?? -1

/** Whom a verb is done to, before a word: its object, else whose that is, else whom it is "on", "to", "at" or "against"; of complaints whom they are lodged "with". */
const suffererOf = (reading: SentenceReading, verb: number, before: number): number => {
  const { tree } = reading
  if (verb < 0 || verb > before || (dependents(tree, verb, 'nsubj').length === 0 && !hangsBy(tree, verb, 'xcomp', 'acl', 'advcl')))
    return -1
  const [object] = dependents(tree, verb, 'obj', 'iobj').filter((at) => at < before)
  if (object === undefined || wordAt(tree, object).upos === 'NOUN') {
    const towards = isActOf(reading, verb, WITH_ANOTHER) ? TOWARDS_OR_WITH : TOWARDS
    const met = [...dependents(tree, verb, 'obl'), ...(object === undefined ? [] : dependents(tree, object, 'nmod'))].filter(
      (at) => at < before && towards.test(preposition(tree, at)),
    )
    // "lashed out at Chad on Tuesday over its raid": a day has no raids.
    const one = met.find((at) => reading.mentions.some((m) => m.head === at)) ?? met[0]
    if (one !== undefined) return one
  }
  return object === undefined ? -1 : wordAt(tree, object).upos === 'NOUN' ? owned(tree, object) : object
}

const TOWARDS = /^(on|to|at|against)$/
const TOWARDS_OR_WITH = /^(on|to|at|against|with)$/
/** CAMEO root of disapproval: "lodged a protest with Chad over its raid". */
const COMPLAINS = /^11/
/** The same, and that of broken relations: "cut ties with Chad over its raid". */
const WITH_ANOTHER = /^1[16]/

const owned = (tree: Tree, object: number): number => {
  const owner = ownerOf(tree, object)
  return owner < 0 ? object : owner
}

/** "criticised Chad for its raid", "put sanctions on Chad over its raid": what is answered is done by those whom the answer meets. */
const isAnswered = (reading: SentenceReading, noun: number, text: string): boolean => {
  const { tree } = reading
  if (!hangsBy(tree, noun, 'obl', 'nmod') || !/^(its|his|her|their)$/i.test(text)) return false
  const marker = preposition(tree, noun)
  const verb = answerTo(tree, noun)
  // "complained to Chad about its raid", not "about its borders".
  if (marker === 'about') return isActOf(reading, verb, COMPLAINS) && isActOf(reading, noun, ANY)
  return (
    (/^(for|over|because of|due to|in response to|in retaliation for)$/.test(marker) || marker.endsWith('for')) &&
    isActOf(reading, verb, ANSWERS)
  )
}

/** The verb that answers: of "lodged a protest with Chad over its raid" the one above the protest. */
const answerTo = (tree: Tree, noun: number): number => {
  const above = wordAt(tree, noun).head
  return hangsBy(tree, noun, 'nmod') && hangsBy(tree, above, 'obj') ? wordAt(tree, above).head : above
}

const ANY = /./
/** CAMEO roots of what one does to another for what he did: praise, inquiry, blame, threats, broken relations, coercion, force. */
const ANSWERS = /^(051|09|11|13|16|17|19)/
