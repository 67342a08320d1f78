import { calendar, type Parser } from '../expression.ts'
import { after, before, readMatches } from '../matches.ts'
import { PART, partOf, pattern } from '../words.ts'

const OF = pattern(`\\b(?:(?:early|late) (?:in|on) )?(?:the )?(?:(?<edge>early|late|mid)[-\\s])?(?<part>${PART})(?: hours)?(?= of\\b)`)
const EARLY_HOURS = pattern('\\b(?:the )?(?:early|wee|small) hours(?= of\\b)')
const ALONE = pattern(
  `(?<the>\\bthe (?:(?:early|late) )?)?\\b(?<part>mornings?|afternoons?|evenings?|night-?time|nights?|midnight|noon|dawn|dusk|nightfall|daybreak|midday)\\b(?! of\\b|s\\b)`,
)

/** Parts of the day: the night of 4 March, in the evening, night raids, midnight. */
export const dayParts: Parser = {
  name: 'day-parts',
  hint: /morning|afternoon|evening|night|noon|dawn|dusk|daybreak|midday|sunrise|sunset|daytime|lunch|\bhours\b/i,
  find: (text) => [
    ...readMatches(text, OF, 'day-parts', ({ part = '' }) => ({ meaning: calendar({ part: partOf(part) }) })),
    ...readMatches(text, EARLY_HOURS, 'day-parts', () => ({ meaning: calendar({ part: 'MO' }), mod: 'START' })),
    ...readMatches(text, ALONE, 'day-parts', ({ the, part = '' }, match) => {
      const lower = part.toLowerCase()
      const lead = before(text, match.index, 16)
      if (
        /\b(?:this|that|last|next|same|previous|following|good|every|each|one|two|three|four|five|six|seven|ten|\d+|days?|Golden|Dawn|of|opening|first)\s+$/i.test(
          lead,
        ) &&
        !/\bof\s+$/.test(lead)
      )
        return null
      if (
        /\ba\s+$/i.test(lead) &&
        !/^-(?!time)\w|^\s+(?:raid|attack|time|assault|march)/.test(after(text, match.index + match[0].length, 8))
      )
        return null
      if (/^[A-Z]/.test(part) && match.index > 0 && !/[.!?"“]\s*$/.test(lead)) return null
      if (
        /^(?:dawn|dusk|noon|midday|midnight|nightfall|daybreak)$/.test(lower) &&
        !/\b(?:at|by|until|before|after|from|around|about|since|till|past|and|or)\s+$/i.test(lead) &&
        !/^\s+(?:on|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/.test(after(text, match.index + match[0].length, 11))
      )
        return null
      if (/\bday\s+and\s+$/i.test(lead) || (/['’]s/.test(after(text, match.index + match[0].length, 2)) && !/day\s+$/.test(lead)))
        return null
      if (/night/.test(lower) && /^\s+(?:club|shift)/.test(after(text, match.index + match[0].length, 8))) return null
      if (lower === 'noon' || lower === 'midday') return { meaning: calendar({ time: '12:00' }) }
      if (lower === 'midnight') return { meaning: calendar({ time: '24:00' }) }
      const generic =
        !the &&
        !/\b(?:mid|early|late)[-\s]+$/i.test(lead) &&
        /^nights?|^night-?time|noon$/.test(lower) &&
        !/\b(?:by|until|since|before|after)\s+$/i.test(lead)
      return { meaning: calendar({ part: partOf(part), ...(generic && { anyDay: true as const }) }) }
    }),
  ],
}
