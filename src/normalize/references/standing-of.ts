import type { Mention } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { antecedent, conjuncts, nounPhrase, preposition } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isPartOfWorld } from '../../lexicon/part-of-world.ts'
import { isAbove, isOf } from '../is-of.ts'
import { agentsBefore } from './agents-before.ts'
import { aroundOf } from './around-of.ts'
import { boundTo } from './bound-to.ts'
import { compatriotOf } from './compatriot-of.ts'
import type { Discourse, Referent } from './discourse.ts'
import { facedBy } from './faced-by.ts'
import { hostsOf } from './hosts-of.ts'
import { isLocative, isOwned, placeBeside } from './place-beside.ts'
import type { Standing } from './resolution.ts'
import { isCounterpart } from './resolve-several.ts'
import { isOfSpeaker, speakerOf } from './speaker-of.ts'
import { toldApart } from './told-apart.ts'

/** Where a mention stands, as far as its referents remember it. */
export type Spot = Pick<Standing, 'sentence' | 'section' | 'subject' | 'acted' | 'spoke' | 'locative'>

/** Where a mention stands, of what its referents remember. */
export const spotOf = ({ tree, sentence }: SentenceReading, lexicon: Lexicon, mention: Mention): Spot => ({
  sentence: sentence.index,
  section: sentence.section,
  subject: hangsBy(tree, mention.head, 'nsubj'),
  acted: isActing(tree, mention.head),
  spoke: hangsBy(tree, mention.head, 'nsubj') && isAbove(tree, mention.head, lexicon, 'speaking'),
  locative: isLocative(lexicon, tree, mention) || isWorldRegion(lexicon, mention),
})

/** "Students attacked the consulate", not "engineers were killed" or "died": who does something himself. */
const isActing = (tree: Tree, head: number): boolean => {
  const { deprel, head: verb } = wordAt(tree, head)
  return deprel === 'nsubj' && !SUFFERS.test(wordAt(tree, verb).lemma)
}
const SUFFERS = /^(die|perish|drown|suffer|succumb|disappear|vanish)$/

/** "Europe", "Latin America", unlike "European leaders": nobody whom a sentence leaves unsaid. */
const isWorldRegion = (lexicon: Lexicon, { kind, entity, plural }: Mention): boolean =>
  kind === 'name' && !plural && entity !== null && isPartOfWorld(lexicon, entity)

/** Where a mention stands, with all that tells whom an open one means. */
export const standingOf = (
  reading: SentenceReading,
  lexicon: Lexicon,
  discourse: Discourse,
  mention: Mention,
  { sentence, section, subject, acted, spoke, locative }: Spot,
): Standing => {
  const { tree } = reading
  const lemma = wordAt(tree, mention.head).lemma.toLowerCase()
  return {
    sentence,
    section,
    subject,
    object: hangsBy(tree, mention.head, 'obj', 'iobj', 'obl'),
    acted,
    coerced: hangsBy(tree, mention.head, 'nsubj:pass', 'obj') && isCoercedBy(reading, wordAt(tree, mention.head).head),
    spoke,
    reacts: subject && isAbove(tree, mention.head, lexicon, 'reacting'),
    hostile: mention.kind === 'description' && mention.plural && isOfFoes(reading, mention.head),
    mutual: subject && isMutual(tree, wordAt(tree, mention.head).head),
    addressedBy: addressersOf(reading, lexicon, discourse, mention),
    locative,
    clauseSubjects: /^(pronoun|description)$/.test(mention.kind) ? subjectsBefore(tree, mention.head) : NO_WORDS,
    ofUnknown: mention.entity === null && (isOfUnknown(reading, mention) || isOfOneOfSeveral(reading, lexicon, discourse, mention)),
    bound: boundTo(reading, lexicon, mention),
    hosts: hostEntities(reading, discourse, mention),
    agents: agentsBefore(reading, mention),
    isApart: toldApart(reading, discourse, mention),
    lemma,
    before: wordsBefore(tree, mention.head),
    described: lexicon.described.get(lemma) ?? NONE,
    isOf: (word, id) => isOfClass(lexicon, word, id),
    homeOf: (entity) => lexicon.entities.get(entity)?.home ?? null,
    states: lexicon.described.get('country') ?? NONE,
    home: isThere(mention),
    armed: lexicon.described.get('fighter') ?? NONE,
    unions: lexicon.described.get('bloc') ?? NONE,
    around: aroundOf(reading, lexicon, discourse, mention, isThere(mention)),
    compatriot: compatriotOf(reading, lexicon, discourse, mention, isThere(mention)),
    whose: isOwned(tree, mention.head),
    owners: mention.entity === null ? ownersOf(reading, lexicon, discourse, mention) : NOBODY,
    faced: mention.entity === null ? facedBy(reading, lexicon, discourse, mention) : NO_ENTITIES,
    counterpart: isCounterpart(lexicon, tree, mention.head),
    place: placeBeside(reading, lexicon, mention),
  }
}

const isCoercedBy = ({ candidates }: SentenceReading, verb: number): boolean =>
  candidates.some(({ clause, acts: [act] }) => clause.head === verb && COERCION.test(act?.entry.cameo ?? ''))

/** CAMEO codes of arrests, charges and releases. */
const COERCION = /^(084|17)/

/** "both sides shelled towns", "urged both sides to stop", "accused both sides of breaking it", "a truce between the two sides", "the two countries accused each other of …". */
const isOfFoes = ({ tree, candidates, mentions }: SentenceReading, head: number): boolean => {
  if (!hangsBy(tree, head, 'nsubj', 'obj', 'iobj', 'obl', 'nmod')) return false
  const { head: above } = wordAt(tree, head)
  const calmed = hangsBy(tree, head, 'obj', 'iobj', 'obl') && preposition(tree, head) !== 'between'
  return candidates.some(({ clause, acts: [act] }) => {
    const code = act?.entry.cameo ?? ''
    if (clause.head === above) return (calmed ? CALMED : FIGHTS).test(code)
    return calmed && FIGHTS.test(code) && isAskedOf(clause, head) && !hasNamedObject(clause, mentions)
  })
}

/** "urged both sides to stop", though they were read as what is to be stopped. */
const isAskedOf = ({ args, governor, link, marker }: Clause, head: number): boolean =>
  args.some((a) => a.slot === 'subject' && a.head === head) || (governor === head && link === 'acl' && marker === 'to')

/** "urged both sides to fight the Islamic State": whom they fight is somebody else. */
const hasNamedObject = ({ args }: Clause, mentions: readonly Mention[]): boolean =>
  args.some((a) => a.slot === 'object' && mentions.some((m) => m.head === a.head && m.entity !== null))

/** CAMEO codes of what foes do: blame each other for attacks, mass and deploy forces, fight, lay down arms. */
const FIGHTS = /^(0356|087|112|15|18|19|20)/
/** CAMEO codes of what foes are told: to stop. */
const CALMED = /^(0256|1056)/

const isMutual = (tree: SentenceReading['tree'], verb: number): boolean =>
  dependents(tree, verb, 'obj', 'obl').some((at) => /^(each|one) (an)?other$/i.test(`${wordAt(tree, at).text} ${tree.words[at + 1]?.text}`))

/** Who accuses, urges or thanks whom a pronoun means; null where nobody does. */
const addressersOf = (
  { tree, sentence }: SentenceReading,
  lexicon: Lexicon,
  { referents }: Discourse,
  { head, kind }: Mention,
): readonly string[] | null => {
  if (kind !== 'pronoun' || !hangsBy(tree, head, 'obj') || !isAbove(tree, head, lexicon, 'done-to-actors')) return null
  return entitiesOf({ referents }, sentence.index, subjectsBefore(tree, head))
}

const hostEntities = (reading: SentenceReading, discourse: Discourse, mention: Mention): readonly string[] | null => {
  const hosts = hostsOf(reading, mention)
  return hosts === null ? null : entitiesOf(discourse, reading.sentence.index, hosts)
}

const entitiesOf = ({ referents }: Pick<Discourse, 'referents'>, sentence: number, heads: readonly number[]): readonly string[] =>
  referents.filter((r) => r.sentence === sentence && heads.includes(r.head)).map(({ entity }) => entity)

/** Those whom the possessor of a phrase means. */
const ownersOf = (reading: SentenceReading, lexicon: Lexicon, discourse: Discourse, mention: Mention): readonly Referent[] => {
  const { tree, sentence } = reading
  const { referents } = discourse
  const [possessor] = dependents(tree, mention.head, 'nmod:poss')
  if (possessor === undefined) return NOBODY
  if (isOfSpeaker(reading, mention)) return speakerOf(reading, lexicon, discourse)
  const owner = antecedent(tree, possessor)
  return referents.filter((r) => r.sentence === sentence.index && r.head === owner)
}

const NOBODY: readonly Referent[] = []
const NO_ENTITIES: readonly string[] = []

/** Whose state is told by where they are: crowds, police, courts, what governs there; not diplomats, soldiers and office holders, who go abroad. */
const isThere = ({ kind, role }: Mention): boolean =>
  kind === 'body' ? !/^(MIL|DIP|IGO)$/.test(role ?? '') : kind === 'people' && OF_THE_PLACE.test(role ?? '')

/** CAMEO roles of people who are of where they are. */
const OF_THE_PLACE = /^(CVL|OPP|COP|EDU|LAB|REL|CRM|AGR|HLH|PTY|JUD|REB|UAF|INS|LEG|MED|REF)$/

/** "Britain and Greece undertook to guarantee it": a subject with those coordinated with it, in their order. */
const subjectsBefore = (tree: SentenceReading['tree'], at: number): readonly number[] => {
  const subject = subjectBefore(tree, at)
  return subject < 0 ? NO_WORDS : conjuncts(tree, subject)
}

const isOfUnknown = (reading: SentenceReading, { head, kind }: Mention): boolean => {
  const { tree } = reading
  const own = kind === 'pronoun' ? [head] : dependents(tree, head, 'nmod:poss')
  return own.some((at) => /^their$/i.test(wordAt(tree, at).text) && isUnknownSubject(reading, subjectBefore(tree, at)))
}

/** "France attacked Chad. The African country's army": of one of those told of, and which of them is there nothing tells. */
const isOfOneOfSeveral = (
  { tree, pieces, mentions }: SentenceReading,
  lexicon: Lexicon,
  { referents }: Discourse,
  { head, kind }: Mention,
): boolean => {
  const isOwner = hangsBy(tree, head, 'nmod') && mentions.some((m) => m.head === wordAt(tree, head).head)
  const owners = kind !== 'description' ? dependents(tree, head, 'nmod') : isOwner ? [head] : NO_WORDS
  const isOfRegion = owners.some(
    (at) =>
      isOf(lexicon, tree, at, 'one-state') &&
      pieces.some((p) => p.entity !== null && isPartOfWorld(lexicon, p.entity) && p.first >= nounPhrase(tree, at).first && p.last < at),
  )
  const states = lexicon.described.get('country') ?? NONE
  return isOfRegion && new Set(referents.filter((r) => !r.guessed && !r.locative && states.has(r.entity)).map((r) => r.entity)).size > 1
}

const isUnknownSubject = ({ tree, mentions }: SentenceReading, at: number): boolean => {
  if (at < 0 || mentions.some((m) => m.head === at)) return false
  const { upos, text, lemma } = wordAt(tree, at)
  return upos === 'NOUN' && text.toLowerCase() !== lemma
}

const NO_WORDS: readonly number[] = []

/**
 * The subject of the nearest predicate above a word that has one before it; of what somebody says ("India said Chad expelled its envoy") it may as well be the speaker's,
 * but for an object ("Merz met Erdogan and urged him to sign, an aide said"), who is somebody else anyway.
 */
const subjectBefore = (tree: SentenceReading['tree'], at: number): number => {
  const above = ancestors(tree, at).slice(0, DEEPEST)
  for (const [i, up] of above.entries()) {
    const [subject] = dependents(tree, up, 'nsubj')
    if (subject === undefined || subject === at || above.includes(subject)) continue
    const doer = doerBelow(tree, up, above[i - 1] ?? at, at)
    return doer ?? (subject < at && (!hangsBy(tree, up, 'ccomp') || hangsBy(tree, at, 'obj', 'iobj')) ? subject : -1)
  }
  return -1
}

/** "accused Chad of trying to overthrow him", "urged Chad to free him": who would do it is the object of the verb above; null where it is its subject. */
const doerBelow = (tree: SentenceReading['tree'], verb: number, clause: number, before: number): number | null => {
  const isBelow =
    hangsBy(tree, clause, 'xcomp') ||
    (hangsBy(tree, clause, 'advcl', 'acl') && dependents(tree, clause, 'mark').some((m) => /^(of|for|from)$/i.test(wordAt(tree, m).text)))
  const object = isBelow ? dependents(tree, verb, 'obj', 'iobj').find((o) => o < before && o !== clause) : undefined
  return object ?? null
}

// Farther up no subject's is meant, and cost stays linear in sentences of thousands of words.
const DEEPEST = 12

const wordsBefore = (tree: SentenceReading['tree'], head: number): string => {
  let words = ''
  for (let at = nounPhrase(tree, head).first; at < head; at++) words += `${words === '' ? '' : ' '}${wordAt(tree, at).text.toLowerCase()}`
  return words
}

const NONE: ReadonlySet<string> = new Set()
