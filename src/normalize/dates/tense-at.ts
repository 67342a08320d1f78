import { IRREGULAR } from '../../syntax/irregular-forms.ts'

export type Tense = 'past' | 'future' | null

// Lower case only: May, Will and CAN$ are no auxiliaries.
const AHEAD =
  /\b(?:(?:will|would|may|might|shall|can|could|should|to) (?:\w+ )?be \w+|will|won['’]t|shall|['’]ll|may|might|can|could|should|(?:is|are|was|were) (?:still )?(?:to|due|forecast|set|scheduled|expected|slated|likely|planned|going)|due|set to|scheduled|slated|expected|expects?|plans? to|planned|going to|would|hopes? to|hoping to|aims? to|intends? to|promise[sd]? to|vow(?:s|ed) to|hopeful (?:of|that)|wants? to|to be|payable)\b/g
/** Nouns and adjectives that look ahead only for what stands in their own phrase. */
const AHEAD_NEAR = /\b(?:upcoming|ahead of|next|forthcoming|deadline of)\b[^,]*$/
/** "talks begin at noon on Monday": what begins or ends in the present, right before its day, is what a calendar says of days to come. */
const SCHEDULED =
  /\b(?:begins?|starts|resumes?|reopens?|opens|closes|ends|expires?|convenes?|meets? again|who(?:se [a-z]+)? (?:meet|gather|convene)s?(?: in [A-Z][\w-]+)?|kicks off|(?:is|are) (?:closed|shut|open|off)|gets under way|takes? effect|(?:comes?|go(?:es)?) (?:into (?:effect|force)|on (?:sale|trial)|to the polls|before (?:the )?[a-z]+))(?: (?:at|on|in|the|from|as|of|late|early|next|this|noon|midnight|dawn|[\d.:]+|[ap]\.?m\.?))* $/
/** "the House returns on Monday", unless a caption tells on: "arrives on Monday, after he condemned". */
const MOVES =
  /\b(?:returns|arrives|leaves|departs|lands|lifts off|takes off|blasts off|flies (?:home|to [A-Z]\w+)|testifies|votes)(?: (?:at|on|in|the|from|as|of|late|early|next|this|noon|midnight|dawn|[\d.:]+|[ap]\.?m\.?))* $/
/** "Trump, who returns on Friday from the Gulf, dismissed the vote": in an aside the present tells what a calendar does. */
const WHO_COMES =
  /, who (?:also |now )?(?:returns|arrives|leaves|departs|flies|travels|visits|meets|hosts|addresses|takes office|steps down)\b(?:(?! (?:has|had|was|were|after|since|that)\b)[^,.;:]){0,50} (?:on|from) $/
/** "has invited them to talks on Monday": the perfect names no day that is over. */
const HAS_INVITED =
  /\b(?:has|have) (?:also |now |since )?(?:invited|summoned|asked|called)\b(?:(?! that\b)[^,.;:"“]){0,80} to (?:[a-z-]+ ){0,3}(?:talks|summit|meeting|hearing|conference|session|ceremony|parade|dinner|lunch)(?: in \p{Lu}[\p{L} ]+?)? on $/u
/** "has until Monday", "is closed until the weekend": how long what holds goes on. */
const LASTING =
  /\b(?<verb>has|have|is|are|lasts?|runs?|remains?|stays?|continues?|goes? on)\b(?! been\b)(?<gap>(?:(?!\b(?:was|were|had|did)\b)[^,.;:]){0,40})\b(?:until|till|through) (?:at least |the |late |early |noon |midnight )*$/
/** "put off the vote until December", "extended the truce to the end of June"; but "extended his lead to March", "pushed back troops through April". */
const PUT_OFF =
  /\b(?:put(?:s|ting)? off|put back|push(?:ed|es|ing)? back(?=.* to )|moved back|postpon\w+|delay\w*|defer\w*|extend\w*(?! \w+ (?:lead|hold|grip|reach)\b)|adjourn\w*|reschedul\w+|prolong\w*|renew\w*(?= (?:[a-z]+ ){1,3}(?:mandate|sanctions|embargo|ban|truce|ceasefire|emergency|contract|lease|licen[cs]e|visa)\b))\b(?:(?! (?:that|was|were|had)\b)[^,.;:]){0,60} (?:until|till|to|through) (?:the |at least |late |early )*(?:end of |beginning of |start of )?$/
const YEAR = /\b(?:1\d|20)\d\d\b/
/** "crude for April delivery", "June futures". */
const TRADED = /^ (?:delivery|futures|contracts?)\b/
/** "…, officials said": who says it tells nothing of when it is. */
const SAID = /,["”]? (?:[\w.'’-]+ ){1,6}(?:said|says|told)\b.*$/s
/** "called for marches on Nov. 21", "announced a referendum for Dec. 3", "moved the vote to Feb. 2": what is called for or put off may be behind or ahead. */
const CALLED_FOR =
  /\b(?:call|announc|propos|plan|schedul|postpon|delay|mov|invit|summon|demand|urg|organi[sz]|fix|set|back|boycott|cancel)(?:e?s|n?ed|l?ed|ing|ling|ning)?\b(?:(?! that\b)[^,.;:"“])*\b(?:strike|march|protest|rally|rallie|demonstration|election|poll|referendum|vote|ballot|run-?off|summit|talk|meeting|visit|hearing|trial|inauguration|conference|session|deadline)(?:e?s)?\b(?: [a-z-]+){0,4} (?:on|for|to|until|from|by) $/
/** "are set to resume talks on Sunday": what is called for there is ahead. */
const SET_TO = /\b(?:is|are) (?:still |now )?(?:set|scheduled|planning|planned) to (?:(?! (?:after|since|that|who|which)\b)[^,.;:"“])*$/
const NOT_PAST = new Set(
  'need indeed red bed speed feed deed seed united hundred expected scheduled planned slated promised vowed armed proposed so-called hundred'.split(
    ' ',
  ),
)
const NO_SIGN = new Set(['ground', 'wound', 'bound', 'spring', 'light', 'born', 'am', 'is', 'are', 'does', 'goes', 'been', 'being', 'be'])
const PAST_FORMS: ReadonlySet<string> = new Set(
  [...IRREGULAR]
    .filter(([key, lemma]) => key.startsWith('VERB ') && key !== `VERB ${lemma}` && !/(?:ing|[^ai]s)$/.test(key))
    .map(([key]) => key.slice('VERB '.length))
    .concat('has', 'hit', 'shot', 'put', 'cut', 'set', 'didn', 'wasn', 'weren', 'hadn')
    .filter((form) => !NO_SIGN.has(form)),
)
const ABBREVIATED = /(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Prof|Jan|Feb|Aug|Sept|Oct|Nov|Dec))$/
const SENTENCE_END = /[.!?]["”’)]*\s+(?=[A-Z"“‘(]|$)/g
const STOP = /[.!?]["”’)]*(?:\s|$)/g
const NEXT_WORD = /^\s+(?:[a-z]+ly\s+)?(?:(will|would|may|might|shall|can|could)|([a-z]+))\b/

/** The tense of the verb that an expression goes with: the verb right behind it, else the last one before it in its sentence, else the first after it. */
export const tenseAt = (lead: string, next: string): Tense => {
  const starts = [...lead.matchAll(SENTENCE_END)].findLast((m) => !ABBREVIATED.test(lead.slice(0, m.index)))
  const sentence = starts ? lead.slice(starts.index + starts[0].length) : lead
  const left = sentence.slice(Math.max(sentence.lastIndexOf(':'), sentence.lastIndexOf(';')) + 1)
  if (/\b[Ss]ince (?:[a-z]+ing [a-z]+ in )?$/.test(left)) return 'past'
  const end = [...next.matchAll(STOP)].find((m) => !ABBREVIATED.test(next.slice(0, m.index)))
  const right = next.slice(0, end?.index ?? next.length)
  // "asked that June 1 be a holiday"
  if (/^\s+be\b/.test(right)) return 'future'
  const beside = NEXT_WORD.exec(right)
  if (
    beside?.[1] &&
    !/[a-z]ed (?:on |late on )?$/.test(left) &&
    !(/ (?:that|which|who) [^,]*$/.test(left) && nearest(left, true) === 'past')
  )
    return 'future'
  if (beside?.[2] && isPast(beside[2]) && /\b(?:on|in)\s+$/.test(left) && !/\b(?:said|told|[a-z]+ed) (?:on|in)\s+$/.test(left))
    return 'past'
  if (AHEAD_NEAR.test(left) || SCHEDULED.test(left) || isLasting(left) || (PUT_OFF.test(left) && !YEAR.test(left)) || TRADED.test(right))
    return 'future'
  if (WHO_COMES.test(left) || HAS_INVITED.test(left)) return 'future'
  if (MOVES.test(left) && nearest(right.replace(SAID, '').split(';')[0] ?? '', false) !== 'past') return 'future'
  if (CALLED_FOR.test(left)) return SET_TO.test(left) ? 'future' : null
  if (TOLD_THAT.test(right) && TOLD.test(left)) return 'past'
  return nearest(left, true) ?? nearest(right.replace(SAID, ''), false)
}

/** "promised the Pope in June that he would": when it was said, whatever it looks ahead to; but "is expected in June that", "announced it would hold a vote in June that", "proposed talks on Sunday that could". */
const TOLD_THAT = /^\s+that\s(?!(?:will|would|may|might|can|could|should|is|are|was|were|has|had)\b)/
const TOLD =
  /\b(?:promised|vowed|pledged|proposed|said|told|announced|warned|agreed|declared|insisted|demanded)\b(?:(?! (?:to|for|will|would|may|might|could|should)\b)[^,;:.]){0,60}$/

/** "has until Monday", but "has bombed the town until April". */
const isLasting = (left: string): boolean => {
  const { verb = '', gap = '' } = LASTING.exec(left)?.groups ?? {}
  return verb !== '' && !(/^ha/.test(verb) && gap.split(' ').some(isPast))
}

/** What opens a sentence goes with its main verb. */
const OPENS = /^\s*[-–—•*]*\s*(?:(?:on|in|at|by|during|early|late|and|but)\b[\w\s]*)?$/i
const SAYS = new Set(['said', 'told', 'added', 'has'])

/** Whether a past verb goes right with an expression ("arrested on April 15", "the raid of April 15 killed"), and not merely stands in its sentence. */
export const isPastBeside = (before: string, next: string): boolean => {
  if (OPENS.test(before) || /\bsince\s+$/i.test(before)) return true
  const near = before.slice(Math.max(...[',', ';', ':', '(', '—'].map((mark) => before.lastIndexOf(mark))) + 1)
  const words = near.trim().split(/\s+/).slice(-6)
  const beside = NEXT_WORD.exec(next)?.[2]
  return (
    words.some((word, i) => (isPast(word) && !SAYS.has(word)) || (words[i + 1] === 'by' && word.endsWith('ed'))) ||
    (beside !== undefined && isPast(beside) && !SAYS.has(beside))
  )
}

/** The verb nearest to the expression: the last one on its left, or the first on its right; "to set up" is not past. */
const nearest = (words: string, last: boolean): Tense => {
  const ahead = [...words.matchAll(AHEAD)].map((m) => m.index + m[0].length)
  const past = [...words.matchAll(/(?<![\w-])[a-z]{3,}(?![\w-])/g)]
    .filter(
      (m) => (isPast(m[0]) && !/\bto $/.test(words.slice(Math.max(0, m.index - 4), m.index))) || /^\w+ed by\b/.test(words.slice(m.index)),
    )
    .map((m) => m.index + m[0].length)
  const at = last ? -1 : 0
  const [f, p] = [ahead.at(at), past.at(at)]
  if (f === undefined && p === undefined) return null
  if (f === undefined) return 'past'
  if (p === undefined) return 'future'
  // "is to be fined", "was expected": the words overlap, and the longer one speaks.
  return (last ? f >= p - 6 : f <= p + 6) ? 'future' : 'past'
}

const isPast = (word: string): boolean => (word.endsWith('ed') && word.length > 3 ? !NOT_PAST.has(word) : PAST_FORMS.has(word))
