import { alignSentences } from './align-sentences.ts'
import { type Finding, type SideArticle, startOf } from './side.ts'

/** An event of one side with what it is on the other; null where it is on one side only. */
export type Match = { readonly before: Finding | null; readonly after: Finding | null }

const codes = ({ event }: Finding): string =>
  JSON.stringify([event.source, event.target].map((side) => side.map(({ entity, code, text }) => code ?? entity ?? text.toLowerCase())))

/** Where the trigger stands, told from the start of its sentence. */
const place = (finding: Finding): string =>
  `${finding.event.trigger.start - startOf(finding)}-${finding.event.trigger.end - startOf(finding)}`

/** Ways to know an event again in the sentence that its sentence became, the surest first. */
const KEYS: readonly ((finding: Finding) => string)[] = [
  (f) => `${place(f)} ${f.event.trigger.lemma}`,
  (f) => `${f.event.trigger.lemma} ${codes(f)}`,
  (f) => f.event.trigger.lemma,
  (f) => `${f.event.action.root} ${codes(f)}`,
]
/** The way where the words of the sentences aren't known, and its place tells nothing. */
const ANYWHERE = (finding: Finding): string => `${finding.event.trigger.lemma} ${finding.event.action.root} ${codes(finding)}`

/**
 * Pairs the events of an article as it was with those that it has now. Ids first: they survive edits elsewhere in the text. What is left is sought in the sentence
 * that the old sentence became, by its trigger, then by act and sides.
 */
export const matchFindings = (before: SideArticle, after: SideArticle): readonly Match[] => {
  const [old, fresh] = [before.findings(), after.findings()]
  const byId = new Map(fresh.map((finding) => [finding.event.id, finding]))
  const matches: Match[] = []
  let leftOld = old.filter((finding) => {
    const same = byId.get(finding.event.id)
    if (same) matches.push({ before: finding, after: same })
    return same === undefined
  })
  const known = new Set(old.map(({ event }) => event.id))
  let leftNew = fresh.filter(({ event }) => !known.has(event.id))
  if (leftOld.length > 0 && leftNew.length > 0) {
    const [oldWords, newWords] = [before.sentences(), after.sentences()]
    const pairs = oldWords && newWords && alignSentences(oldWords, newWords)
    for (const key of pairs ? KEYS : [ANYWHERE]) {
      const waiting = new Map<string, Finding[]>()
      for (const finding of leftNew) {
        const name = `${pairs ? finding.event.sentence.index : ''} ${key(finding)}`
        waiting.set(name, [...(waiting.get(name) ?? []), finding])
      }
      const taken = new Set<Finding>()
      leftOld = leftOld.filter((finding) => {
        const sentence = pairs ? pairs.get(finding.event.sentence.index) : ''
        const found = sentence === undefined ? undefined : waiting.get(`${sentence} ${key(finding)}`)?.shift()
        if (found === undefined) return true
        taken.add(found)
        matches.push({ before: finding, after: found })
        return false
      })
      leftNew = leftNew.filter((finding) => !taken.has(finding))
    }
  }
  return [
    ...matches,
    ...leftOld.map((finding) => ({ before: finding, after: null })),
    ...leftNew.map((finding) => ({ before: null, after: finding })),
  ]
}
