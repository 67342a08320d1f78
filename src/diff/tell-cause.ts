import type { Event } from '../document.ts'
import { entryOfRule } from '../lexicon/entry-hashes.ts'
import type { FieldChange } from './compare-events.ts'
import type { Match } from './match-findings.ts'
import { type Made, type Side, type SideArticle, sameWords } from './side.ts'

/**
 * Why an event differs: its text was edited, came or went; an entry of the lexicon was changed (`entries` names it, or those that it may be); annalist itself or its model
 * changed; or nothing tells (`unknown`).
 */
export type Cause =
  | { readonly kind: 'text'; readonly detail: 'article added' | 'article removed' | 'article edited' }
  | { readonly kind: 'lexicon'; readonly entries: readonly string[] }
  | { readonly kind: 'code'; readonly detail: string }
  | { readonly kind: 'unknown' }

/** So many entries are named where it isn't certain which one it was. */
const FEW = 5

/** Makes the function that tells the cause of a change. */
export const causeTeller = (old: Side, fresh: Side) => {
  const known = new Map<string, ReadonlySet<string> | null>()
  /** The entries that differ between two lexicons; null where a side doesn't tell. */
  const changedEntries = (before: string, after: string): ReadonlySet<string> | null => {
    const key = `${before} ${after}`
    const found = known.get(key)
    if (found !== undefined) return found
    const [a, b] = [old.entries(before), fresh.entries(after)]
    const changed = a.size === 0 || b.size === 0 ? null : new Set([...a.keys(), ...b.keys()].filter((id) => a.get(id) !== b.get(id)))
    known.set(key, changed)
    return changed
  }
  const byLexicon = (before: Made, after: Made, match: Match, fields: readonly FieldChange[], alone: boolean): Cause | null => {
    if (before.lexicon === after.lexicon) return null
    const changed = changedEntries(before.lexicon, after.lexicon)
    if (changed === null) return alone ? { kind: 'lexicon', entries: [] } : null
    const named = touched(match).filter((id) => changed.has(id))
    if (named.length > 0) return { kind: 'lexicon', entries: named }
    const sides = fields.length > 0 && fields.every(({ field }) => field === 'source' || field === 'target' || field === 'confidence')
    const near = [...changed].filter((id) => !sides || /^(?:actors|roles|not-actors)\//.test(id))
    const few = [...changed].length <= FEW ? [...changed] : near.length <= FEW ? near : []
    return alone || few.length > 0 ? { kind: 'lexicon', entries: few.sort() } : null
  }
  return (before: SideArticle | null, after: SideArticle | null, match: Match, fields: readonly FieldChange[]): Cause => {
    if (before === null) return { kind: 'text', detail: 'article added' }
    if (after === null) return { kind: 'text', detail: 'article removed' }
    const edited = before.hash !== after.hash
    const stands = standsIn(match, before, after)
    if (edited && !stands) return { kind: 'text', detail: 'article edited' }
    if (before.made === null || after.made === null) return edited ? { kind: 'text', detail: 'article edited' } : { kind: 'unknown' }
    const code = codeChange(before.made, after.made)
    const lexicon = byLexicon(before.made, after.made, match, fields, code === null && !edited)
    if (lexicon !== null) return lexicon
    if (edited) return { kind: 'text', detail: 'article edited' }
    return code === null ? { kind: 'unknown' } : { kind: 'code', detail: code }
  }
}

/** Whether the sentence of an event stands in both texts with the same words. */
const standsIn = ({ before, after }: Match, old: SideArticle, fresh: SideArticle): boolean => {
  if (before !== null && after !== null) return sameWords(before, after)
  const words = (before ?? after)?.words?.trim()
  const other = (before === null ? old : fresh).sentences()
  return (words !== undefined && other?.some((sentence) => sentence.trim() === words)) ?? false
}

/** The entries that an event's fields come from. */
const touched = ({ before, after }: Match): readonly string[] => {
  const of = (event: Event): readonly string[] => [
    entryOfRule(event.rule),
    `codebook/${event.action.cameo}`,
    ...[...event.source, ...event.target].flatMap(({ entity }) => (entity === null ? [] : [`actors/${entity}`])),
  ]
  return [...new Set([before, after].flatMap((finding) => (finding === null ? [] : of(finding.event))))]
}

const codeChange = (before: Made, after: Made): string | null => {
  const parts = [
    ...(before.version === after.version ? [] : [`version ${before.version} → ${after.version}`]),
    ...(before.model === after.model ? [] : ['another model']),
    ...(JSON.stringify(before.options) === JSON.stringify(after.options) ? [] : ['other options']),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}
