import type { Party } from '../document.ts'
import { preposition } from '../extract/clauses/noun-phrase.ts'
import { dependents, wordAt } from '../extract/clauses/tree.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'

/** "officials said", "a monitor said": a role without name, article or state of its own; rebels, opponents and workers speak for themselves. */
export const speaksUnnamed = (reading: SentenceReading, source: readonly Party[]): boolean =>
  source.every((party) => {
    if (/^(REB|INS|SEP|UAF|RAD|OPP|LAB|JUD)$/.test(party.role ?? '')) return false
    const mention = reading.mentions.find((m) => m.start === party.start)
    if (party.basis !== 'discourse' && !(party.entity === null && party.basis === 'unresolved')) return false
    if (!mention || mention.name !== null || isNamedBeside(reading, mention.head) || isOfName(reading, mention.head)) return false
    return !dependents(reading.tree, mention.head, 'det', 'nmod:poss').some((at) =>
      /^(the|this|that|these|those|both|its|his|her|their|our|whose)$/i.test(wordAt(reading.tree, at).text),
    )
  })

/** "a police spokesman, Orlando Mudumane, said": the words beside the role tell who. */
const isNamedBeside = ({ tree, mentions }: SentenceReading, head: number): boolean =>
  dependents(tree, head, 'appos').some((at) => mentions.some((m) => m.head === at && /^(name|person|unknown)$/.test(m.kind)))

/** "leaders of the Teachers Alliance", "Norlandia's chairwoman": whose they are is told by a name, though nobody knows it. */
const isOfName = ({ tree }: SentenceReading, head: number): boolean =>
  [...dependents(tree, head, 'nmod:poss'), ...dependents(tree, head, 'nmod').filter((at) => preposition(tree, at) === 'of')].some(
    (at) => /^\p{Lu}/u.test(wordAt(tree, at).text) && /^(PROPN|NOUN)$/.test(wordAt(tree, at).upos),
  )
