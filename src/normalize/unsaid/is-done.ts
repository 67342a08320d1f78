import type { Clause } from '../../extract/clauses/clause.ts'
import { hangsBy } from '../../extract/clauses/tree.ts'
import type { Scene } from '../judge-candidate.ts'

/** "Six were arrested", "a curfew was imposed": a passive, or a noun that is its subject, tells what was done without who did it. */
export const isDone = ({ reading: { tree } }: Scene, { kind, passive, head }: Clause): boolean =>
  passive || (kind === 'noun' && hangsBy(tree, head, 'nsubj:pass'))
