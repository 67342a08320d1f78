import type { Token, Word } from '../../document.ts'
import { lemmaOf } from '../../syntax/lemmas.ts'
import { changeWord } from './change-word.ts'
import { type Parse, readAs } from './parse-at.ts'
import { isPredicate, pastOf } from './retell.ts'

/** What the lexicon knows of words: whether they tell acts as verbs, and as nouns. */
export type Known = { readonly verb: (lemma: string) => boolean; readonly noun: (lemma: string) => boolean }

/**
 * Parses a headline without a predicate as if its verb stood in the past ("Kyrgyz protesters torch parliament": "torch" is read as a noun): the first word that the
 * lexicon knows as a verb, that agrees with a noun right before it and has an object behind, so far as that makes it the predicate; null where none does.
 */
export const asHeadline = (words: readonly Word[], tokens: readonly Token[], parse: Parse, known: Known): readonly Word[] | null => {
  if (words.length > LONGEST || words.some(({ text }) => /^[:;—–?]$/.test(text))) return null
  const verbs = verbsOf(words, known)
  // "Farmers block roads, truckers march": two headlines in one.
  if (verbs.some((at) => words.some(({ text, index }) => text === ',' && index > Math.min(...verbs) && index < at))) return null
  for (const at of verbs) {
    const { start, end, text, index } = words[at] as Word
    const lemma = lemmaOf(text, 'VERB').toLowerCase()
    const told = parse(tokens.map((token, i) => (i === at ? readAs(token, pastOf(lemma)) : token)))
    if (!isPredicate(told, at)) continue
    // A form of the present is never passive.
    return told.map((word, i): Word => {
      if (i === at) return { start, end, text, index, upos: 'VERB', lemma, head: word.head, deprel: word.deprel }
      return word.head === at && word.deprel === 'nsubj:pass' ? changeWord(word, { deprel: 'nsubj' }) : word
    })
  }
  return null
}

/** Words that may be the verb, the likeliest first: "U.S. lifts travel ban", then of "Iraq raids kill two" the one behind a plural, then "army raids villages". */
const verbsOf = (words: readonly Word[], known: Known): readonly number[] =>
  words
    .flatMap(({ index }) => (mayBeVerb(words, index, known) ? [index] : []))
    .sort((a, b) => rankOf(words, a, known) - rankOf(words, b, known))

const rankOf = (words: readonly Word[], at: number, known: Known): number => {
  const text = (words[at] as Word).text.toLowerCase()
  if (!PLURAL.test(text)) return 1
  return words[at - 1]?.upos === 'PROPN' && !known.noun(lemmaOf(text, 'VERB').toLowerCase()) ? 0 : 2
}

const mayBeVerb = (words: readonly Word[], at: number, known: Known): boolean => {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (!before || !word || !next || !/^(NOUN|PROPN)$/.test(before.upos)) return false
  // "India and Pakistan sign treaty": a compound, to the parser.
  if (!/^(NOUN|PROPN)$/.test(word.upos) && !(word.upos === 'VERB' && word.deprel === 'compound')) return false
  if (words.slice(0, at).some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return false
  const text = word.text.toLowerCase()
  const lemma = lemmaOf(text, 'VERB').toLowerCase()
  if (!known.verb(lemma)) return false
  const several = isSeveral(words, before)
  if (text === lemma ? !several : !PLURAL.test(text) || several) return false
  // "Soldiers fire live rounds": one thing that is shot is no subject of "live".
  if (next.upos === 'VERB') return text === lemma && next.text === next.lemma
  if (next.upos !== 'ADP') return /^(NOUN|PROPN|ADJ|NUM|DET|PRON)$/.test(next.upos)
  // "Washington frowns on the deal", "workers march against cuts", but "army raids on villages", "arms deal with Mali".
  // Of troops that march "into Chad" the headline doesn't tell whose they are.
  return !/^(of|into)$/.test(next.text) && (!known.noun(lemma) || (text === lemma && PEOPLE.test(before.text)))
}

/** "protesters", "police", "Chad and Libya". */
const isSeveral = (words: readonly Word[], { upos, text, index }: Word): boolean =>
  upos === 'NOUN' || /^\p{Lu}\p{Ll}+[^s]s$/u.test(text)
    ? /([^s]s|[^n]men|people|police)$/i.test(text)
    : words.slice(Math.max(0, index - 3), index).some(({ upos: part }) => part === 'CCONJ')

/** Plurals that are of people mostly. */
const PEOPLE = /([eo]rs|ists|ents|ants|ians|iers|rebels|troops|thousands|hundreds|dozens)$/i
const PLURAL = /[^s]s$/
const LONGEST = 24
