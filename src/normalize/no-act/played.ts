import { isCalendarWord } from '../../extract/actors/calendar-words.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isBarePast } from '../../syntax/bare-pasts.ts'
import { isNamedOf, isOf } from '../is-of.ts'
import type { Judged } from './why-no-act.ts'

/** What teams and players do to each other: told of a state, it is its team. */
export const isPlayed = (judged: Judged): boolean => isMatch(judged) || isTeam(judged) || isAboutSport(judged)

/** "defeated Croatia 3-0", "will meet Senegal in the semi-final", "knocked out Egypt on penalties to win the cup", "was banned for doping": what is played. */
const isMatch = ({ reading: { tree, mentions }, lexicon, clause: { head, kind, args } }: Judged): boolean =>
  kind === 'verb' &&
  ((isScored(lexicon, tree, head) && args.some((a) => a.slot === 'object' && mentions.some((m) => m.head === a.head))) ||
    args.some(
      (a) =>
        (a.slot === 'in' && isOf(lexicon, tree, a.head, 'stage-of-play')) ||
        (/^(on|for|after|by)$/.test(a.slot) && isNamedOf(lexicon, tree, a.head, 'matter-of-play')) ||
        (/^(subject|object|by)$/.test(a.slot) && isNamedOf(lexicon, tree, a.head, 'sportsperson') && isSport(tree, lexicon, head)),
    ) ||
    dependents(tree, head, 'advcl', 'xcomp').some((at) => isWon(tree, lexicon, at)))

/** "eliminated", "beat": between wrestlers. */
const isSport = (tree: Tree, lexicon: Lexicon, verb: number): boolean => isOf(lexicon, tree, verb, 'match-verb')

/** "to win the cup", "before Morocco scored". */
const isWon = (tree: Tree, lexicon: Lexicon, verb: number): boolean => {
  const { lemma } = wordAt(tree, verb)
  const won = dependents(tree, verb, 'obj')
  return lemma === 'score'
    ? won.length === 0
    : lemma === 'win' && won.some((at) => isOf(lexicon, tree, at, 'stage-of-play') || isOf(lexicon, tree, at, 'sport'))
}

/** "defeated Croatia 3-0": a score among the words up to the next verb. */
const isScored = (lexicon: Lexicon, tree: Tree, verb: number): boolean => {
  if (!isOfClass(lexicon, wordAt(tree, verb).lemma, 'scored')) return false
  const end = tree.words.findIndex((w) => w.index > verb && w.upos === 'VERB')
  return tree.words.slice(verb + 1, end < 0 ? undefined : end).some((w) => isScore(tree, w.index))
}

/** "3-0", in one word or three. */
const isScore = (tree: Tree, at: number): boolean => {
  const [word, dash, other] = [wordAt(tree, at), tree.words[at + 1], tree.words[at + 2]]
  if (/^\d\d?[-–]\d\d?$/.test(word.text)) return !isCalendarWord(dash?.text ?? '')
  if (!/^\d{1,2}$/.test(word.text) || !/^[-–]$/.test(dash?.text ?? '') || !/^\d{1,2}$/.test(other?.text ?? '')) return false
  return dash?.start === word.end && !isCalendarWord(tree.words[at + 3]?.text ?? '')
}

/** "Serbia face a tough fight", "India have recalled the spinner": a state with the verb of several is its team. */
const isTeam = ({ reading: { tree, mentions, sentence }, lexicon, clause: { kind, head, governor } }: Judged): boolean => {
  const verb = kind === 'verb' ? head : governor
  if (verb === null || sentence.kind === 'heading' || !hangsBy(tree, verb, 'root', 'parataxis') || !isOfSeveral(tree, lexicon, verb))
    return false
  return dependents(tree, verb, 'nsubj').some((at) =>
    mentions.some(
      (m) => m.head === at && m.kind === 'name' && isState(lexicon, m.entity) && !m.plural && /^\p{Lu}\S*[^s\W]$/u.test(m.text),
    ),
  )
}

const isState = (lexicon: Lexicon, entity: string | null): boolean => entity !== null && lexicon.entities.get(entity)?.kind === 'state'

const isOfSeveral = (tree: Tree, lexicon: Lexicon, verb: number): boolean => {
  const { upos, text, lemma } = wordAt(tree, verb)
  const helpers = dependents(tree, verb, 'aux', 'aux:pass', 'cop')
  if (helpers.length > 0)
    return isOf(lexicon, tree, verb, 'match-verb') && /^(have|are|were)$/.test(wordAt(tree, helpers[0] as number).text)
  return upos === 'VERB' && text === lemma && !isBarePast(text) && dependents(tree, verb, 'mark').length === 0
}

/** "Pakistan recalled the left-arm spinner for the second Test": by another word of the sentence, where nobody in politics stands in it. */
const isAboutSport = ({ reading: { tree, mentions }, lexicon, clause: { lemma }, act, action: { root }, said }: Judged): boolean => {
  if ((/^(14|17|20)$/.test(root) && !act.loose) || isOfClass(lexicon, lemma, 'barring')) return false
  if (/^(15|18|19)$/.test(root) && (said.source.length === 0 || !isOfClass(lexicon, lemma, 'match-verb'))) return false
  return (
    tree.words.some((w) => NOMINAL.test(w.upos) && (isTest(tree, w.index) || isNamedOf(lexicon, tree, w.index, 'play-word'))) &&
    mentions.every((m) => m.role === null || !IN_POLITICS.test(m.role) || isNamedOf(lexicon, tree, m.head, 'sport-post'))
  )
}

/** "the second Test", "none of the three Tests", unlike the Test Ban Treaty. */
const isTest = (tree: Tree, at: number): boolean =>
  /^Tests?$/.test(wordAt(tree, at).text) &&
  /^\p{Ll}/u.test(tree.words[at - 1]?.text ?? '') &&
  !/^\p{Lu}/u.test(tree.words[at + 1]?.text ?? '')

const NOMINAL = /^(NOUN|PROPN)$/
const IN_POLITICS = /^(GOV|DIP|MIL|COP|LEG|JUD|SPY|REB|SEP|INS|UAF|RAD|OPP|PTY|IGO|HRI|REF|SET|IMG|ELI)$/
