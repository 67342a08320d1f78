import { wordAt } from '../../extract/clauses/tree.ts'
import type { Judged } from './why-no-act.ts'

/** "attacked three ships, raising fears of a wider war": what force stirs up is felt by others, and who strikes says nothing by it. */
export const isStirring = ({ reading: { tree, candidates }, clause: { head, light, args }, action: { root } }: Judged): boolean =>
  /^(01|1[13])$/.test(root) &&
  /^(raising|stirring|stoking|sparking|fuell?ing|feeding)$/.test(wordAt(tree, light ?? head).text) &&
  tree.words[(light ?? head) - 1]?.text === ',' &&
  !args.some((a) => a.slot === 'with' || a.slot === 'to') &&
  candidates.some(({ clause, acts: [act] }) => clause.head < head && act !== undefined && /^(1[4-9]|20)/.test(act.entry.cameo))
