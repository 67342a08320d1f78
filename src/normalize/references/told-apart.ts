import type { Mention } from '../../document.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Discourse, Referent } from './discourse.ts'

/** Whom a pronoun cannot mean for who is quoted. */
export type Apart = (r: Referent) => boolean

/**
 * "“I expelled the envoy,” he said": who speaks is nobody of whom he tells there. "“He lied,” she said", "“He lied,” Correa said": nor is one of whom is told in
 * quotation marks the speaker.
 */
export const toldApart = (
  { tree, mentions, sentence: { index } }: SentenceReading,
  { referents }: Discourse,
  { head, kind, gender }: Mention,
): Apart => {
  if (kind !== 'pronoun' || !gender) return NOBODY
  const verb = wordAt(tree, head).head
  const told = verb >= 0 && hangsBy(tree, head, 'nsubj') ? toldBefore(tree, verb, head) : -1
  if (told >= 0) return (r) => r.sentence === index && r.head < head && isBelow(tree, r.head, told)
  const teller = tellerOf(tree, head)
  if (teller < 0) return NOBODY
  const named = mentions.find((m) => m.head === teller)
  if (named && named.kind !== 'pronoun') {
    const last = lastWord(named.text)
    return (r) => r.kind === 'person' && lastWord(r.text) === last
  }
  const spoke = referents.findLast((r) => r.spoke && r.kind === 'person' && !r.plural && r.sentence < index && index - r.sentence <= 2)
  return (r) => spoke !== undefined && r.entity === spoke.entity && lastWord(r.text) === lastWord(spoke.text)
}

const NOBODY: Apart = () => false

const lastWord = (text: string): string => (/\S+$/.exec(text)?.[0] ?? text).replace(/['’]s$/, '')

/** The clause that a verb of speech tells, where all of it stands before who speaks; -1 where none does. */
const toldBefore = (tree: Tree, verb: number, speaker: number): number =>
  dependents(tree, verb, 'ccomp').find((at) => at < speaker && at < verb && endsBefore(tree, at, Math.min(speaker, verb))) ?? -1

const endsBefore = (tree: Tree, top: number, end: number): boolean =>
  tree.words.slice(end).every(({ index, upos }) => upos === 'PUNCT' || !isBelow(tree, index, top))

/** Who tells what is quoted, behind the quotation that a word stands in; -1 where it is no quotation or nobody does. */
const tellerOf = (tree: Tree, at: number): number => {
  for (const up of ancestors(tree, at)) {
    const verb = wordAt(tree, up).head
    if (verb < 0 || verb < up || !hangsBy(tree, up, 'ccomp')) continue
    const [teller] = dependents(tree, verb, 'nsubj')
    if (teller === undefined || teller < up) return -1
    return hasQuoteBefore(tree, at) ? teller : -1
  }
  return -1
}

/** Whether a quotation is open at a word. */
const hasQuoteBefore = (tree: Tree, at: number): boolean => {
  let open = false
  for (let i = 0; i < at; i++) {
    const { text } = wordAt(tree, i)
    if (/^(“|``)$/.test(text)) open = true
    else if (/^(”|'')$/.test(text)) open = false
    else if (text === '"') open = !open
  }
  return open
}

const isBelow = (tree: Tree, at: number, top: number): boolean => at === top || ancestors(tree, at).includes(top)
