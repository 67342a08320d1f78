import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { mapped } from '../../lexicon/mapped.ts'
import type { Clause } from '../clauses/clause.ts'
import { hangsBy, wordAt } from '../clauses/tree.ts'
import type { SentenceReading } from '../read-sentence.ts'
import type { Act } from './find-act.ts'

type Candidate = { readonly clause: Clause; readonly acts: readonly Act[] }

/** Whether an article tells that people stopped work, and of no strikes from the air. */
export const tellsOfStoppage = (text: string): boolean => STOPPAGE.test(text) && !FROM_AFAR.test(text)

/** "called a general strike. Police arrested six during the strike": in an article that tells of a stoppage, a strike that is nobody's, names no target and harms nobody is that. */
export const asStoppage = (reading: SentenceReading, lexicon: Lexicon, isOfStoppage: () => boolean): SentenceReading => {
  if (!reading.candidates.some((candidate) => isBare(lexicon, reading, candidate)) || !isOfStoppage()) return reading
  const entry = lexicon.actions.get('strike')?.find(({ part, entry }) => part === 'noun' && entry.cameo === '143')?.entry
  if (entry === undefined) return reading
  const candidates = mapped(reading.candidates, (candidate) => {
    const [act] = candidate.acts
    return act && isBare(lexicon, reading, candidate) ? { ...candidate, acts: [{ ...act, entry }] } : candidate
  })
  return { ...reading, candidates }
}

const isBare = (
  lexicon: Lexicon,
  { tree, mentions }: SentenceReading,
  { clause: { kind, lemma, head, args }, acts: [act] }: Candidate,
): boolean =>
  kind === 'noun' &&
  lemma === 'strike' &&
  act?.entry.cameo === '190' &&
  args.every(({ slot }) => !/^(on|against|at|into)$/.test(slot)) &&
  !(hangsBy(tree, head, 'nsubj', 'nsubj:pass') && isOfClass(lexicon, wordAt(tree, wordAt(tree, head).head).lemma, 'striking')) &&
  // "a US strike", "an army strike"; but a teachers' one is theirs.
  !mentions.some(
    (m) => wordAt(tree, m.head).head === head && (m.role === null || /^(GOV|MIL|REB|INS|SEP|SPY)$/.test(m.role)) && m.entity !== null,
  )

const STOPPAGE =
  /\b((general|nationwide|indefinite|labou?r|sympathy|transport|rail|teachers['’]?|hours?|days?|[a-z]{3,9}-(?:day|hour)|day-?long|week-?long) strikes?|hartal|bandh|walkout|work stoppage|stay-?away|strik(ers|ing (workers|miners|teachers|doctors|nurses))|demonstrations, strikes|strikes and (protests|demonstrations|marches)|(protests|demonstrations|marches) and strikes)\b/i
const FROM_AFAR =
  /\b(air ?strikes?|air-strikes?|drones?|missiles?|warplanes?|bombers?|artillery|rockets?|strikes? (on|against)|retaliatory|pre-?emptive)\b/i
