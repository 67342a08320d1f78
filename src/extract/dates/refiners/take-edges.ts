import type { TimexMod } from '../../../document.ts'
import type { Found, Refiner } from '../expression.ts'

type Edge = { readonly pattern: RegExp; readonly mod: TimexMod | null; readonly needs?: 'story' | 'long' }

// In order: the longer phrases first.
const EDGES: readonly Edge[] = [
  {
    pattern:
      /(?:\bthe\s+)?\b(?:very\s+)?(?:beginning|start|opening|onset|outset|dawn|(?:first|early|opening)\s+(?:part|days|weeks|months|years|hours))\s+of\s+$/i,
    mod: 'START',
  },
  {
    pattern:
      /(?:\bthe\s+)?\b(?:very\s+)?(?:end|close|latter\s+part|later\s+part|(?:last|final|closing|waning|dying|late)\s+(?:part|days|weeks|months|years|hours))\s+of\s+$/i,
    mod: 'END',
  },
  { pattern: /(?:\bthe\s+)?\b(?:middle|midst|height|mid-?point)\s+of\s+$/i, mod: 'MID' },
  { pattern: /(?:\bthe\s+)?\b(?:rest|remainder|whole|entirety|turn)\s+of\s+$/i, mod: null },
  { pattern: /\bthe\s+(?:month|year|week|day)\s+of\s+$/i, mod: null },
  { pattern: /\bthe\s+(?:same|corresponding|comparable)\s+(?:period|time)\s+(?:of\s+|in\s+)?(?:the\s+)?$/i, mod: null },
  { pattern: /\bthis\s+(?:same\s+)?time\s+$/i, mod: null },
  { pattern: /\b(?:most|much)\s+of\s+$/i, mod: null, needs: 'long' },
  { pattern: /(?:\bthe\s+)?\b(?:very\s+)?early(?:\s+(?:on|in|part\s+of)(?:\s+the)?)?(?:\s+|\s*[-\u2010-\u2015]\s*)$/i, mod: 'START' },
  { pattern: /(?:\bthe\s+)?\b(?:very\s+)?late(?:\s+(?:on|in)(?:\s+the)?)?(?:\s+|\s*[-\u2010-\u2015]\s*)$/i, mod: 'END' },
  { pattern: /(?:\bthe\s+)?\bmid(?:dle)?(?:\s+|\s*[-\u2010-\u2015]\s*)$/i, mod: 'MID' },
  { pattern: /\b(?:earlier|later)\s+(?:on\s+|in\s+)?$/i, mod: null, needs: 'story' },
]

/** The edge that stands before a date belongs to it: early October, the end of 1944, mid-May, late on Wednesday, later that month. */
export const takeEdges: Refiner = {
  name: 'take-edges',
  refine: (text, found) => found.map((f, i) => halves(text, takeEdge(text, f, found[i - 1]?.end ?? 0), found[i - 1]?.end ?? 0)),
}

const takeEdge = (text: string, found: Found, floor: number): Found => {
  const { meaning } = found
  if (meaning.kind !== 'calendar' && meaning.kind !== 'step' && meaning.kind !== 'open') return found
  if (meaning.kind === 'step' && meaning.step.amount === null) return found
  const lead = text.slice(Math.max(floor, found.start - 40), found.start)
  for (const { pattern, mod, needs } of EDGES) {
    const match = pattern.exec(lead)
    if (match === null) continue
    if (
      needs === 'story' &&
      meaning.kind === 'calendar' &&
      meaning.within === null &&
      meaning.pick === null &&
      !/^(?:the|in|that|this)\b|^\d{4}$/i.test(text.slice(found.start, found.end)) &&
      !/in\s+$/.test(match[0])
    )
      continue
    if (meaning.kind === 'calendar' && meaning.fields.time !== undefined) continue
    const start = found.start - (lead.length - match.index)
    return { ...found, start, mod: found.mod ?? mod }
  }
  return found
}

const HALF = /(?:\bthe\s+)?\b(first|second|latter|last)\s+half\s+of\s+(?:the\s+)?$/i

/** "the first half of the year", "the second half of July": a half of a year has a value of its own. */
const halves = (text: string, found: Found, floor: number): Found => {
  const { meaning } = found
  const lead = text.slice(Math.max(floor, found.start - 28), found.start)
  const match = HALF.exec(lead)
  if (match === null || (meaning.kind !== 'calendar' && meaning.kind !== 'step')) return found
  const half = /first/i.test(match[1] ?? '') ? 1 : 2
  const start = found.start - (lead.length - match.index)
  if (meaning.kind === 'step' && meaning.step.unit === 'year')
    return { ...found, start, meaning: { kind: 'calendar', fields: { half }, within: meaning.step, pick: null } }
  if (meaning.kind === 'calendar' && Object.keys(meaning.fields).join() === 'year')
    return { ...found, start, meaning: { ...meaning, fields: { ...meaning.fields, half } } }
  return { ...found, start, mod: found.mod ?? (half === 1 ? 'START' : 'END') }
}
