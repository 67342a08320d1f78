import { compareEvents, type FieldChange } from './compare-events.ts'
import { type Match, matchFindings } from './match-findings.ts'
import type { Side, SideArticle } from './side.ts'
import { type Cause, causeTeller } from './tell-cause.ts'

export type Kind = 'added' | 'removed' | 'changed'

/** An event that is not on both sides what it was. */
export type Change = Match & {
  readonly kind: Kind
  readonly article: Pick<SideArticle, 'id' | 'title' | 'url'>
  /** What differs of an event that is on both sides. */
  readonly fields: readonly FieldChange[]
  readonly cause: Cause
}

/** What became of an article's events. `moved`: only their place in the text is another. */
export type ArticleDiff = { readonly changes: readonly Change[]; readonly moved: number }

const inOrder = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))

/**
 * Compares two databases or exports, article by article in the order of their ids: both are walked through at the same pace, so that no more than one article of
 * each is held. An article of which both sides have the same digest is passed over unread.
 */
export function* diff(old: Side, fresh: Side): Generator<ArticleDiff> {
  const causeOf = causeTeller(old, fresh)
  const compare = (before: SideArticle | null, after: SideArticle | null): ArticleDiff => {
    const article = after ?? before
    if (article === null || (before?.digest && before.digest === after?.digest)) return { changes: [], moved: 0 }
    const matches: readonly Match[] =
      before && after
        ? matchFindings(before, after)
        : article.findings().map((finding) => (after === null ? { before: finding, after: null } : { before: null, after: finding }))
    let moved = 0
    const changes = matches.flatMap((match): readonly Change[] => {
      const kind = match.before === null ? 'added' : match.after === null ? 'removed' : 'changed'
      const fields = match.before && match.after ? compareEvents(match.before, match.after) : []
      if (kind === 'changed' && fields.length === 0) {
        if (match.before?.event.trigger.start !== match.after?.event.trigger.start) moved++
        return []
      }
      return [{ ...match, kind, article, fields, cause: causeOf(before, after, match, fields) }]
    })
    return { changes: changes.sort(byPlace), moved }
  }
  const [left, right] = [old.articles()[Symbol.iterator](), fresh.articles()[Symbol.iterator]()]
  let [a, b] = [left.next(), right.next()]
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : inOrder(a.value.id, b.value.id)
    yield compare(order <= 0 && !a.done ? a.value : null, order >= 0 && !b.done ? b.value : null)
    if (order <= 0) a = left.next()
    if (order >= 0) b = right.next()
  }
}

const byPlace = (a: Change, b: Change): number => at(a) - at(b)
const at = ({ before, after }: Change): number => (after ?? before)?.event.trigger.start ?? 0
