import type { Clause } from '../extract/clauses/clause.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../extract/clauses/tree.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'

/** Who issued the document that a clause on it tells of ("Kenya adopted a doctrine that calls Chad a threat", "a statement urging Chad to …"): the head of the subject, or null. */
export const authorOf = ({ tree }: Pick<SentenceReading, 'tree'>, lexicon: Lexicon, { args, lemma }: Clause): number | null => {
  for (const { slot, via, head } of args) {
    if (
      slot !== 'subject' ||
      !(via === 'relative' || (via === 'participle' && TELLS.test(lemma))) ||
      !hangsBy(tree, head, 'obj') ||
      !isDocument(tree, lexicon, head)
    )
      continue
    const verb = wordAt(tree, head).head
    if (lexicon.classesOf.get(wordAt(tree, verb).lemma.toLowerCase())?.has('issuing') !== true) continue
    const author = dependents(tree, verb, 'nsubj').find((at) => !hangsBy(tree, at, 'nsubj:pass'))
    if (author !== undefined) return author
  }
  return null
}

const TELLS =
  /^(urge|call|ask|appeal|demand|say|announce|declare|accuse|blame|condemn|denounce|criticise|criticize|warn|threaten|reject|deny|welcome|praise|support|back|pledge|promise|vow)$/

/** Whether a word is called so that it is written and agreed or decided on. */
export const isDocument = (tree: Tree, { classesOf }: Lexicon, head: number): boolean => {
  const classes = classesOf.get(wordAt(tree, head).lemma.toLowerCase())
  return ['agreement', 'plan', 'written'].some((id) => classes?.has(id) === true)
}
