import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { mapped } from '../../lexicon/mapped.ts'
import type { Clause } from '../clauses/clause.ts'
import type { Act } from './find-act.ts'

type Candidate = { readonly clause: Clause; readonly acts: readonly Act[] }

/** "called a general strike. Police arrested six during the strike": where an article tells that people stopped work and of no strikes from the air, a strike that names no target is that. */
export const asStoppage = (candidates: readonly Candidate[], text: string, lexicon: Lexicon): readonly Candidate[] => {
  if (!candidates.some(isBare) || !STOPPAGE.test(text) || FROM_AFAR.test(text)) return candidates
  const entry = lexicon.actions.get('strike')?.find(({ part, entry }) => part === 'noun' && entry.cameo === '143')?.entry
  if (entry === undefined) return candidates
  return mapped(candidates, (candidate) => {
    const [act] = candidate.acts
    return act && isBare(candidate) ? { ...candidate, acts: [{ ...act, entry }] } : candidate
  })
}

/** "the strike", but no strike on, against or by somebody. */
const isBare = ({ clause: { kind, lemma, args }, acts: [act] }: Candidate): boolean =>
  kind === 'noun' && lemma === 'strike' && act?.entry.cameo === '190' && args.every(({ slot }) => !/^(on|against|at|into)$/.test(slot))

const STOPPAGE =
  /\b((general|nationwide|indefinite|hunger|labou?r|sympathy|transport|rail|teachers['’]?|hours?|days?|[a-z]+-day|[a-z]+-hour|day-?long|week-?long) strikes?|hartal|bandh|walkout|work stoppage|stay-?away|strik(ers|ing (workers|miners|teachers|doctors|nurses))|(on|go|went|gone|going) strike|trade union|labou?r union|shutdown|demonstrations, strikes|strikes and (protests|demonstrations|marches)|(protests|demonstrations|marches) and strikes)\b/i
const FROM_AFAR =
  /\b(air ?strikes?|air-strikes?|drones?|missiles?|warplanes?|bombers?|artillery|rockets?|strikes? (on|against)|retaliatory|pre-?emptive)\b/i
