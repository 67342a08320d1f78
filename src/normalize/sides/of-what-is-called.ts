import type { Argument, Clause } from '../../extract/clauses/clause.ts'
import { ancestors, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { Resolved } from './found.ts'

/** "drove them from their homes in what the UN calls genocide": who did what is called so, and to whom, as arguments of the noun; none where nothing told before is called so. */
export const ofWhatIsCalled = ({ reading: { tree, candidates } }: Resolved, { governor }: Clause): readonly Argument[] => {
  if (governor === null || !hangsBy(tree, governor, 'acl:relcl')) return []
  const what = wordAt(tree, governor).head
  if (wordAt(tree, what).text.toLowerCase() !== 'what') return []
  for (const above of ancestors(tree, what)) {
    const done = candidates.find(({ clause }) => clause.kind === 'verb' && clause.head === above)?.clause
    if (done)
      return done.args.flatMap(({ slot, head }): readonly Argument[] =>
        slot === 'subject' ? [{ slot: 'by', head, via: 'attached' }] : slot === 'object' ? [{ slot: 'of', head, via: 'attached' }] : [],
      )
  }
  return []
}
