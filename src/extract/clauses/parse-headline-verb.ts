import type { Token, Word } from '../../document.ts'
import { lemmaOf } from '../../syntax/lemmas.ts'
import { changeWord } from './change-word.ts'
import type { Parse } from './parse-at.ts'
import { isPredicated, pastOf } from './past-of.ts'

/**
 * Parses a headline whose verb the parser took for a noun ("Police fire tear gas as miners march", "Troops shoot dead two in Basra") as if it told the past, which is
 * no noun. `parse` is asked twice only where such a word stands behind a noun that it agrees with.
 */
export const parseHeadlineVerb = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const words = parse(tokens)
  if (tokens.length > LONGEST || /^[.?!"”’']$/.test(tokens.at(-1)?.text ?? '.')) return words
  const verb = words.findIndex((word, i) => i > 0 && isMissed(words, word))
  if (verb < 0) return words
  const told = parse(
    tokens.map((token, i) => (i === verb ? { start: token.start, end: token.end, text: pastOf(lemmaAt(words, i)) } : token)),
  )
  if (!isPredicated(told, verb)) return words
  const { text } = tokens[verb] as Token
  return told.map((word): Word => {
    const { start, end, index, upos, head, deprel } = word
    if (index === verb) return { start, end, text, index, upos, lemma: lemmaAt(words, verb), head, deprel }
    return head === verb && deprel === 'nsubj:pass' ? changeWord(word, { deprel: 'nsubj' }) : word
  })
}

const lemmaAt = (words: readonly Word[], at: number): string => lemmaOf((words[at] as Word).text, 'VERB')

/** "fire" behind "police", "jails" behind "court": a form that may be a verb, read as none, where no verb stands before it. */
const isMissed = (words: readonly Word[], { text, index, upos }: Word): boolean => {
  const before = words[index - 1] as Word
  if (upos === 'VERB' || upos === 'AUX' || !/^\p{Ll}/u.test(text) || !/^(NOUN|PROPN)$/.test(before.upos)) return false
  if (words.slice(0, index).some((w) => w.upos === 'VERB' || w.upos === 'AUX' || w.upos === 'ADP' || /^[:;,—–'’]/.test(w.text)))
    return false
  return MANY.test(before.text) ? BARE.test(text) : ONE.test(text)
}

const LONGEST = 18
const MANY = /[^s]s$|^(police|people|troops|militia|men|women|army|military|thousands|hundreds|dozens)$/i
const STEMS =
  'fire|shoot|riot|protest|march|clash|jail|attack|raid|ban|free|charge|arrest|strike|bomb|vote|rally|block|demand|plan|claim|question|order|halt|delay|probe|cut|lift|release|blame|appeal|call|slam|sack|blast|storm|curb|seal|shell|torch|beat|hang|whip|lash|boycott|ransack|loot|spurn|snub|shut|fine|pardon|name|fault|net'
const BARE = new RegExp(`^(${STEMS})$`)
const ONE = new RegExp(`^(${STEMS})e?s$`)
