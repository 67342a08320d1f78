import { wordAt } from '../../extract/clauses/tree.ts'
import { isOf } from '../is-of.ts'
import type { Judged } from './why-no-act.ts'

/** "attacked three ships, raising fears of a wider war": what force stirs up is felt by others, and who strikes says nothing by it. */
export const isStirring = ({ reading: { tree, candidates }, lexicon, clause: { head, light, args }, action: { root } }: Judged): boolean =>
  /^(01|1[13])$/.test(root) &&
  /ing$/.test(wordAt(tree, light ?? head).text) &&
  isOf(lexicon, tree, light ?? head, 'stirring') &&
  tree.words[(light ?? head) - 1]?.text === ',' &&
  !args.some((a) => a.slot === 'with' || a.slot === 'to') &&
  candidates.some(({ clause, acts: [act] }) => clause.head < head && act !== undefined && /^(1[4-9]|20)/.test(act.entry.cameo))
