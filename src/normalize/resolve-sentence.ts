import type { Mention } from '../document.ts'
import { conjuncts, nounPhrase } from '../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, wordAt } from '../extract/clauses/tree.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { type Discourse, type Group, type Pair, type Referent, takeNotes } from './discourse.ts'
import { type Resolution, resolveMention, type Standing } from './resolve-mention.ts'

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
    const standing = standingOf(reading, lexicon, mention)
    if (mention.entity === null) {
      const resolution = resolveMention(discourse, mention, standing)
      if (resolution) resolutions.set(mention.head, resolution)
      watch?.(mention, discourse, standing, resolution)
    }
    const referents = referentsOf(mention, resolutions.get(mention.head), standing)
    notes.add(
      referents,
      pairsOf(reading, mention, discourse, referents, standing),
      groupOf(reading, mention, discourse, referents, standing),
    )
  }
  return { resolutions, discourse: notes.discourse }
}

const standingOf = (reading: SentenceReading, lexicon: Lexicon, mention: Mention): Standing => {
  const { tree, sentence } = reading
  const lemma = wordAt(tree, mention.head).lemma.toLowerCase()
  return {
    sentence: sentence.index,
    section: sentence.section,
    subject: hangsBy(tree, mention.head, 'nsubj'),
    locative: isLocative(tree, mention),
    lemma,
    // Only what is still open is told by it.
    before: mention.entity === null ? wordsBefore(tree, mention.head) : '',
    described: lexicon.described.get(lemma) ?? NONE,
    states: lexicon.described.get('country') ?? NONE,
    whose: isOf(tree, mention.head),
    place: mention.entity === null && mention.role !== null ? placeOf(reading, mention) : null,
  }
}

/** "the authorities of the enclave": whose they are is said, by words that may stand for nobody. */
const isOf = (tree: SentenceReading['tree'], head: number): boolean =>
  dependents(tree, head, 'nmod').some((at) => at > head && dependents(tree, at, 'case').some((c) => /^of$/i.test(wordAt(tree, c).text)))

/** "In Niger, the guard arrested him", "stormed the parliament in Lima": the state that opens the sentence or stands right behind. */
const placeOf = ({ tree, mentions, words }: SentenceReading, { head }: Mention): Mention | null =>
  mentions.find((m) => {
    if (m.kind !== 'name' || m.entity === null || m.head === head || !isLocative(tree, m)) return false
    const { first } = nounPhrase(tree, m.head)
    const opens = m.head < head && words.slice(0, first).every((w) => !/^(NOUN|PROPN|VERB|PRON)$/.test(w.upos) || isDate(w.text))
    return (
      (opens && wordAt(tree, m.head).head === wordAt(tree, head).head) ||
      (m.head > head && first <= head + 2 && /^(in|at)$/i.test(words[head + 1]?.text ?? ''))
    )
  }) ?? null

const isDate = (text: string): boolean =>
  /\d|^(January|February|March|April|May|June|July|August|September|October|November|December|\w+day)$/.test(text)

const wordsBefore = (tree: SentenceReading['tree'], head: number): string => {
  let words = ''
  for (let at = nounPhrase(tree, head).first; at < head; at++) words += `${words === '' ? '' : ' '}${wordAt(tree, at).text.toLowerCase()}`
  return words
}

/** "in Havana", "near Oslo": a place, and nobody who acts. */
const isLocative = (tree: SentenceReading['tree'], mention: Mention): boolean =>
  mention.kind === 'name' &&
  hangsBy(tree, mention.head, 'obl', 'nmod') &&
  dependents(tree, mention.head, 'case').some((at) =>
    /^(in|near|at|outside|inside|around|through|throughout|across)$/i.test(wordAt(tree, at).text),
  )

const NONE: ReadonlySet<string> = new Set()

const referentsOf = (mention: Mention, resolution: Resolution | undefined, at: Standing): readonly Referent[] => {
  const { start, end, head, text } = mention
  const { sentence, section, subject, locative } = at
  const { entity, role, code, name, kind, rule, gender, plural } = mention
  if (entity !== null)
    return [
      {
        entity,
        role,
        code,
        name,
        kind,
        rule,
        gender,
        plural,
        sentence,
        section,
        subject,
        locative,
        guessed: false,
        head,
        text,
        start,
        end,
      },
    ]
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
      plural: r.plural,
      sentence,
      section,
      subject,
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
  { tree }: SentenceReading,
  mention: Mention,
  discourse: Discourse,
  referents: readonly Referent[],
  at: Standing,
): readonly Pair[] => {
  const [second] = referents
  if (!second || mention.kind === 'pronoun') return []
  // What the sentence has named itself stands last.
  for (let i = discourse.referents.length - 1; i >= 0; i--) {
    const first = discourse.referents[i] as Referent
    if (first.sentence !== at.sentence) break
    if (first.entity !== second.entity && isPaired(tree.words, first.head, second.head))
      return [{ entities: [first, second], sentence: at.sentence, section: at.section, listed: isListed(tree, first.head, second.head) }]
  }
  return []
}

/** The list of three or more that a mention ends so far. */
const groupOf = (
  { tree }: SentenceReading,
  { head, kind }: Mention,
  { referents: before }: Discourse,
  referents: readonly Referent[],
  { sentence }: Standing,
): Group | null => {
  if (kind === 'pronoun' || referents.length === 0 || !hangsBy(tree, head, 'conj')) return null
  const first = headOfList(tree, head)
  const heads = new Set(conjuncts(tree, first))
  const entities: Referent[] = []
  for (const r of [...before.filter((r) => r.sentence === sentence && heads.has(r.head)), ...referents])
    if (!entities.some((other) => other.entity === r.entity)) entities.push(r)
  return entities.length > 2 ? { entities, head: first, sentence } : null
}

const headOfList = (tree: SentenceReading['tree'], head: number): number => {
  let first = head
  while (hangsBy(tree, first, 'conj')) first = wordAt(tree, first).head
  return first
}

/** Whether two stand in one list with a third. */
const isListed = (tree: SentenceReading['tree'], first: number, second: number): boolean =>
  hangsBy(tree, second, 'conj') && wordAt(tree, second).head === first && conjuncts(tree, headOfList(tree, second)).length > 2

const isPaired = (words: SentenceReading['words'], first: number, second: number): boolean => {
  const [a, b] = [words[first], words[second]]
  if (!a || !b) return false
  const beside = b.head === first && b.deprel.startsWith('conj')
  return beside || (a.head === b.head && a.deprel.startsWith('nsubj') && /^(obj|iobj|obl)/.test(b.deprel))
}
