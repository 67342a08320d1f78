import type { Tree } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Judged } from './why-no-act.ts'

/** "pressed ahead with its offensive", "vowed to push ahead with the reform": nobody is pressed, and what one goes on with is told beside it; "pushed ahead towards Goma" is no demand either. */
export const isGoingAhead = ({ reading: { tree }, lexicon, clause: { kind, head, lemma }, action: { root } }: Judged): boolean =>
  kind === 'verb' && goesAhead(lexicon, tree, head, lemma) && SPOKEN.has(root)

/** Whether a verb tells that one goes on with something. */
export const goesAhead = (lexicon: Lexicon, tree: Tree, head: number, lemma: string): boolean =>
  tree.words[head + 1]?.text === 'ahead' && isOfClass(lexicon, lemma, 'going-ahead')

/** CAMEO roots of what one says to others: who moves ahead on the ground may fight. */
const SPOKEN = new Set(['01', '02', '03', '05', '10', '13'])
