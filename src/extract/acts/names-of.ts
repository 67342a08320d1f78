import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { dependents, perWord, type Tree, wordAt } from '../clauses/tree.ts'

/** The names under which a word can be in a class: its lemma, and with the compounds and adjectives before it ("peace deal"); a verb with its particle. */
export const namesOf = perWord((tree, head, lexicon: Lexicon): readonly string[] => {
  const lemma = wordAt(tree, head).lemma.toLowerCase()
  const joined = joinedTo(tree, head)
  // The fire of "live-fire drills" is none.
  if (joined !== null && wordAt(tree, head).deprel === 'compound') return [`${joined}-${lemma}`, `${joined} ${lemma}`]
  const names = [lemma]
  // "gave the go-ahead", "a walk-out".
  if (joined !== null) names.push(`${joined}-${lemma}`)
  // "recovered arms", not "an arm of the statue": a plural that means more than its word.
  if (MORE_THAN_ONE.test(wordAt(tree, head).text)) names.push(wordAt(tree, head).text.toLowerCase())
  for (const at of dependents(tree, head, 'compound:prt')) names.push(`${lemma} ${wordAt(tree, at).text.toLowerCase()}`)
  // "agreed to share intelligence": the verb and what it is done to.
  if (wordAt(tree, head).upos === 'VERB')
    for (const at of dependents(tree, head, 'obj')) names.push(`${lemma} ${wordAt(tree, at).lemma.toLowerCase()}`)
  const before = dependents(tree, head, 'compound', 'amod', 'nmod:desc', 'nummod')
  // "the tanker Stena Impero", "Ambassador Kari Hansen": what the name is.
  if (wordAt(tree, head).upos === 'PROPN') {
    const kind = before.findLast((at) => at < head && wordAt(tree, at).upos === 'NOUN' && wordAt(tree, at).deprel === 'compound')
    const title = before.findLast((at) => at < head && wordAt(tree, at).deprel === 'nmod:desc')
    for (const at of [kind, title]) if (at !== undefined) names.push(wordAt(tree, at).lemma.toLowerCase())
  }
  // "had no comment", "no hope": what is said by there being none.
  if (dependents(tree, head, 'det').some((at) => wordAt(tree, at).lemma.toLowerCase() === 'no')) names.push(`no ${lemma}`)
  let name = lemma
  for (let i = before.length - 1; i >= 0; i--) {
    const at = before[i] as number
    if (at > head) continue
    const word = wordAt(tree, at).lemma.toLowerCase()
    const prefix = joinedTo(tree, at)
    if (prefix !== null) names.push(`${prefix}-${word} ${name}`)
    name = `${word} ${name}`
    names.push(name, `${word} ${lemma}`)
  }
  // "members of parliament", "state of emergency"; "a number of diplomats" and "14 of 17 diplomats" are about diplomats.
  const ofWhat = wordAt(tree, head).upos === 'NUM' || isOfClass(lexicon, lemma, 'aspect')
  for (const at of dependents(tree, head, 'nmod')) {
    if (!dependents(tree, at, 'case').some((c) => wordAt(tree, c).text.toLowerCase() === 'of')) continue
    names.push(`${lemma} of ${wordAt(tree, at).lemma.toLowerCase()}`)
    if (ofWhat) names.push(...namesOf(tree, at, lexicon))
  }
  return names
})

const MORE_THAN_ONE = /^(arms|rounds|magazines)$/i

/** What a hyphen joins to a word before it: "live" of "live-fire". */
const joinedTo = (tree: Tree, at: number): string | null => {
  const [part, hyphen] = [tree.words[at - 2], tree.words[at - 1]]
  return hyphen?.text === '-' && part?.head === at && hyphen.start === part.end && hyphen.end === wordAt(tree, at).start
    ? part.lemma.toLowerCase()
    : null
}
