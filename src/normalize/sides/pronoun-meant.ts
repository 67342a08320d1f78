import type { Mention } from '../../document.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'

// What a pronoun that the discourse leaves open stands for by the grammar of its sentence.

/** "condemned Chad's decision, calling it a crime": the thing that "it" stands for by the grammar; -1 where it may be anybody. */
export const thingMeant = ({ tree, mentions }: SentenceReading, head: number): number => {
  if (!/^it$/i.test(wordAt(tree, head).text) || !hangsBy(tree, head, 'obj')) return -1
  const verb = wordAt(tree, head).head
  if (!hangsBy(tree, verb, 'advcl') || !/ing$/.test(wordAt(tree, verb).text) || dependents(tree, verb, 'mark', 'nsubj').length > 0)
    return -1
  const [object, other] = dependents(tree, wordAt(tree, verb).head, 'obj')
  const isThing =
    object !== undefined &&
    other === undefined &&
    object < head &&
    wordAt(tree, object).upos === 'NOUN' &&
    mentions.every((m) => m.head !== object)
  return isThing ? object : -1
}

/** "Strikers said that they would not end it": people whom nobody knows, quoted by their own words. */
export const subjectAbove = ({ tree, mentions }: SentenceReading, { head, text }: Mention): Mention | undefined => {
  const verb = wordAt(tree, head).head
  if (verb < 0 || !hangsBy(tree, head, 'nsubj') || !hangsBy(tree, verb, 'ccomp')) return undefined
  const subjects = dependents(tree, wordAt(tree, verb).head, 'nsubj')
  return mentions.find((m) => subjects.includes(m.head) && m.kind !== 'pronoun' && m.plural === /^they$/i.test(text))
}
