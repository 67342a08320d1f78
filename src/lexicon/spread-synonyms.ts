import type { LexiconData } from './lexicon.ts'
import type { Read } from './read-entries.ts'

/** A verb that is used as another one is: `besmirch` as `vilify`. */
export type Synonym = { readonly verb: string; readonly as: string }

/**
 * Puts each synonym beside the verb that it is used as, in actions, operators and classes, so that it needs no conditions of its own; it is none of another synonym. `problems`
 * gets those that nothing would come of, but for synonyms below the `top` lexicon: what lies over them may have retired their verb.
 */
export const spreadSynonyms = (data: LexiconData, synonyms: readonly Read<Synonym>[], top: number, problems: string[]): LexiconData => {
  const lists = [...data.actions, ...data.operators].map(({ verbs }) => new Set(verbs))
  const beside = new Map<string, string[]>()
  for (const { raw, value } of synonyms) {
    const { verb, as } = value
    beside.set(as, [...(beside.get(as) ?? []), verb])
    if (raw.layer < top) continue
    const listing = lists.filter((verbs) => verbs.has(as))
    if (listing.length === 0)
      problems.push(`${raw.path}:${raw.lineOf(['as'])}: ${verb}: as: no action or operator lists the verb "${as}"; write one that does`)
    else if (listing.every((verbs) => verbs.has(verb)))
      problems.push(`${raw.path}:${raw.line}: ${verb}: is listed beside "${as}" wherever that is; take it out here`)
  }
  const spread = (words: readonly string[]): readonly string[] => {
    const more = words.flatMap((word) => beside.get(word) ?? [])
    return more.length === 0 ? words : [...new Set([...words, ...more])]
  }
  return {
    ...data,
    actions: data.actions.map((action) => ({ ...action, verbs: spread(action.verbs) })),
    operators: data.operators.map((operator) => ({ ...operator, verbs: spread(operator.verbs) })),
    classes: data.classes.map((group) => ({ ...group, words: spread(group.words) })),
  }
}
