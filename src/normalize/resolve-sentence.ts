import type { Mention } from '../document.ts'
import { antecedent, conjuncts, nounPhrase } from '../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, wordAt } from '../extract/clauses/tree.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { isPartOfWorld } from '../lexicon/part-of-world.ts'
import { boundTo } from './bound-to.ts'
import { type Discourse, isEmpty, type Pair, type Referent, referentOf, takeNotes } from './discourse.ts'
import { isAbove } from './is-of.ts'
import { isListed, listOf } from './list-of.ts'
import { isLocative, isOwned, placeBeside } from './place-beside.ts'
import { type Resolution, resolveHomed, resolveMention, type Standing } from './resolve-mention.ts'
import { isCounterpart } from './resolve-several.ts'
import { isOfSpeaker, speakerOf } from './speaker-of.ts'
import { stateAround } from './state-around.ts'

/** What the mentions of a sentence that their own words leave open were resolved to, by head, and what the article has said after the sentence. */
export type Resolutions = { readonly resolutions: ReadonlyMap<number, Resolution>; readonly discourse: Discourse }

/** Is told of each open mention, with what the article had said before it and what it was resolved to. */
export type Watch = (mention: Mention, discourse: Discourse, standing: Standing, resolution: Resolution | null) => void

/** Resolves the mentions of a sentence in the order of the text, each against what stands before it, and remembers them. */
export const resolveSentence = (reading: SentenceReading, lexicon: Lexicon, before: Discourse, watch?: Watch): Resolutions => {
  const resolutions = new Map<number, Resolution>()
  const notes = takeNotes(before)
  for (const mention of reading.mentions) {
    const { discourse } = notes
    if (watch === undefined && isEmpty(discourse) && isOfBefore(mention)) continue
    const spot = spotOf(reading, lexicon, mention)
    if (mention.entity === null || mention.basis === 'demonym') {
      const standing = standingOf(reading, lexicon, discourse, mention, spot)
      const homed = mention.entity === null ? null : resolveHomed(discourse, mention, standing)
      if (mention.entity === null || homed) {
        const resolution = homed ?? resolveMention(discourse, mention, standing)
        if (resolution) resolutions.set(mention.head, resolution)
        watch?.(mention, discourse, standing, resolution)
      }
    }
    const referents = referentsOf(mention, resolutions.get(mention.head), spot)
    if (referents.length > 0)
      notes.add(
        referents,
        pairsOf(reading, mention, discourse, referents, spot),
        listOf(reading, mention, discourse, referents, spot.sentence),
      )
  }
  return { resolutions, discourse: notes.discourse }
}

/** Whether only what was named before tells whom it means: crowds and institutions may be of where they are. */
const isOfBefore = ({ entity, kind }: Mention): boolean => entity === null && kind !== 'people' && kind !== 'body'

/** Where a mention stands, as far as its referents remember it. */
type Spot = Pick<Standing, 'sentence' | 'section' | 'subject' | 'spoke' | 'locative'>

const spotOf = ({ tree, sentence }: SentenceReading, lexicon: Lexicon, mention: Mention): Spot => ({
  sentence: sentence.index,
  section: sentence.section,
  subject: hangsBy(tree, mention.head, 'nsubj'),
  spoke: hangsBy(tree, mention.head, 'nsubj') && isAbove(tree, mention.head, lexicon, 'speaking'),
  locative: isLocative(lexicon, tree, mention) || isWorldRegion(lexicon, mention),
})

/** The same with all that tells whom an open one means. */
const standingOf = (
  reading: SentenceReading,
  lexicon: Lexicon,
  discourse: Discourse,
  mention: Mention,
  { sentence, section, subject, spoke, locative }: Spot,
): Standing => {
  const { tree } = reading
  const lemma = wordAt(tree, mention.head).lemma.toLowerCase()
  return {
    sentence,
    section,
    subject,
    spoke,
    reacts: subject && isAbove(tree, mention.head, lexicon, 'reacting'),
    locative,
    clauseSubjects: /^(pronoun|description)$/.test(mention.kind) ? subjectsBefore(tree, mention.head) : NO_WORDS,
    ofUnknown: mention.entity === null && isOfUnknown(reading, mention),
    bound: boundTo(reading, lexicon, mention),
    lemma,
    before: wordsBefore(tree, mention.head),
    described: lexicon.described.get(lemma) ?? NONE,
    homeOf: (entity) => lexicon.entities.get(entity)?.home ?? null,
    states: lexicon.described.get('country') ?? NONE,
    home: isThere(mention),
    armed: lexicon.described.get('fighter') ?? NONE,
    unions: lexicon.described.get('bloc') ?? NONE,
    around: mention.entity === null && isThere(mention) ? stateAround(reading, lexicon, discourse, mention) : null,
    whose: isOwned(tree, mention.head),
    owners: mention.entity === null ? ownersOf(reading, lexicon, discourse, mention) : NOBODY,
    counterpart: isCounterpart(tree, mention.head),
    place: placeBeside(reading, lexicon, mention),
  }
}

/** "Europe", "Latin America", unlike "European leaders": nobody whom a sentence leaves unsaid. */
const isWorldRegion = (lexicon: Lexicon, { kind, entity, plural }: Mention): boolean =>
  kind === 'name' && !plural && entity !== null && isPartOfWorld(lexicon, entity)

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

/** Whose state is told by where they are: crowds, police, courts, what governs there; not diplomats, soldiers and office holders, who go abroad. */
const isThere = ({ kind, role }: Mention): boolean =>
  kind === 'body' ? !/^(MIL|DIP|IGO)$/.test(role ?? '') : kind === 'people' && LOCAL.test(role ?? '')

const LOCAL = /^(CVL|OPP|COP|EDU|LAB|REL|CRM|AGR|HLH|PTY|JUD|REB|UAF|INS|LEG|MED|REF)$/

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

const isUnknownSubject = ({ tree, mentions }: SentenceReading, at: number): boolean => {
  if (at < 0 || mentions.some((m) => m.head === at)) return false
  const { upos, text, lemma } = wordAt(tree, at)
  return upos === 'NOUN' && text.toLowerCase() !== lemma
}

const NO_WORDS: readonly number[] = []

/** The subject of the nearest predicate above a word that has one before it; of what somebody says ("India said Chad expelled its envoy") it may as well be the speaker's. */
const subjectBefore = (tree: SentenceReading['tree'], at: number): number => {
  const above = ancestors(tree, at).slice(0, DEEPEST)
  for (const [i, up] of above.entries()) {
    const [subject] = dependents(tree, up, 'nsubj')
    if (subject === undefined || subject === at || above.includes(subject)) continue
    const doer = doerBelow(tree, up, above[i - 1] ?? at, at)
    return doer ?? (subject < at && !hangsBy(tree, up, 'ccomp') ? subject : -1)
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

const referentsOf = (mention: Mention, resolution: Resolution | undefined, at: Spot): readonly Referent[] => {
  const { head } = mention
  const { sentence, section, subject, spoke, locative } = at
  const { role, kind } = mention
  if (mention.entity !== null && !resolution) return [referentOf(mention, at, { ...mention, entity: mention.entity })]
  // A pronoun keeps its referent near; a role takes the state it was resolved to. What was only guessed from the passage is marked.
  return (resolution?.referents ?? []).map((r) => {
    // The words that a pronoun stands for, with their own place; what only the title names has none in the text.
    const words = kind === 'pronoun' && r.sentence >= 0 ? r : mention
    return {
      entity: r.entity,
      role: role ?? r.role,
      code: r.code,
      name: r.name,
      kind: r.kind,
      rule: r.rule,
      gender: r.gender,
      plural: r.plural || (kind === 'pronoun' && mention.plural && (resolution?.referents.length ?? 0) > 1),
      sentence,
      section,
      subject,
      spoke,
      locative,
      guessed: r.guessed || resolution?.basis === 'discourse',
      head,
      text: words.text,
      start: words.start,
      end: words.end,
    }
  })
}

/** Two parties in one coordination, or subject and other argument of one predicate, are a pair. */
const pairsOf = (
  reading: SentenceReading,
  mention: Mention,
  discourse: Discourse,
  referents: readonly Referent[],
  at: Spot,
): readonly Pair[] => {
  const [second] = referents
  const { tree } = reading
  if (!second || mention.kind === 'pronoun') return []
  // What the sentence has named itself stands last.
  for (let i = discourse.referents.length - 1; i >= 0; i--) {
    const first = discourse.referents[i] as Referent
    if (first.sentence !== at.sentence) break
    if (first.entity !== second.entity && isPaired(tree.words, first.head, second.head))
      return [
        {
          entities: [first, second],
          sentence: at.sentence,
          section: at.section,
          bond: bondOf(reading, first.head, second.head),
        },
      ]
  }
  return []
}

const AT = /^at$/i

/** "Mali and Burkina Faso", not "Mali attacked Burkina Faso". */
const isJoined = (words: SentenceReading['words'], first: number, second: number): boolean =>
  words[second]?.head === first && words[second].deprel.startsWith('conj')

const bondOf = (reading: SentenceReading, first: number, second: number): Pair['bond'] => {
  if (isListed(reading.tree, first, second)) return 'list'
  if (isJoined(reading.tree.words, first, second)) return 'and'
  return isJoint(reading, second) ? 'act' : null
}

/** "Mali met Burkina Faso": what the one does the other does too. */
const isJoint = ({ tree, candidates }: SentenceReading, object: number): boolean => {
  const { head } = wordAt(tree, object)
  return candidates.some(({ clause, acts: [act] }) => clause.head === head && act?.entry.joint === true)
}

const isPaired = (words: SentenceReading['words'], first: number, second: number): boolean => {
  const [a, b] = [words[first], words[second]]
  if (!a || !b) return false
  if (isJoined(words, first, second)) return true
  if (a.head !== b.head || !a.deprel.startsWith('nsubj')) return false
  // "met the king at the Kremlin": where it was is no party.
  return (
    /^i?obj/.test(b.deprel) ||
    (b.deprel.startsWith('obl') && !words.some((w) => w.head === second && w.deprel === 'case' && AT.test(w.text)))
  )
}
