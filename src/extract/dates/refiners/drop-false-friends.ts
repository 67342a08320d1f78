import type { Found, Refiner } from '../expression.ts'
import { after, before } from '../matches.ts'

/** Drops names of months and weekdays that are verbs, persons or things: "May I", "March on Rome", "Theresa May", "April Jones". */
export const dropFalseFriends: Refiner = {
  name: 'drop-false-friends',
  refine: (text, found) => found.filter((f) => !isFalseFriend(text, f)),
}

const MONTH_LEAD =
  /(?:\b(?:in|of|by|since|until|till|from|to|through|during|before|after|between|and|or|for|this|last|next|early|late|mid|following|previous|that|every|each|throughout|around|about|as|than|over|into|on|the|was|is|a|its|his|their|this past|coming|early-|late-|mid-)|[,/(:;–—-]|\bin\s+\w+,)\s*$/i
const PERSON =
  /\b(?:Theresa|Brian|Mr|Mrs|Ms|Dr|Prime Minister|Minister|Mrs\.|Mr\.|Robert|Fredric|Elaine|Rollo|Karl|Alan|Peter|James)\.?\s+$/
const VERB_NEXT = /^\s+(?:I|you|he|she|we|they|it|God|the|not|be|also|have|on)\b/
const NAME_NEXT = /^\s+[A-Z][a-z]+/

const isFalseFriend = (text: string, found: Found): boolean => {
  if (found.meaning.kind !== 'calendar') return false
  const { fields, pick } = found.meaning
  const words = text.slice(found.start, found.end)
  if (pick !== null) return fields.month !== undefined && !/\b(?:[A-Z][a-z]+|[A-Z]{3,})$/.test(words)
  const keys = Object.keys(fields)
  if (keys.length === 1 && fields.month !== undefined) return isNoMonth(text, found, words)
  if (keys.length === 1 && fields.weekday !== undefined) {
    return (
      (/\bon\s+a\s+$/i.test(before(text, found.start, 6)) && /^(?:[.,;:)]|\s+in\b)/.test(after(text, found.end, 4))) ||
      /\b(?:Black|Bloody|Super|Good|Ash|Palm|Man|Girl|Ruby|Casual|Joe|Sheffield)\s+$/.test(before(text, found.start, 12)) ||
      /^\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Tribune|Agreement|Night (?:Live|Football)|Club)\b/.test(
        after(text, found.end, 16),
      )
    )
  }
  return false
}

const isNoMonth = (text: string, found: Found, words: string): boolean => {
  const lead = before(text, found.start, 24)
  const next = after(text, found.end, 24)
  if (/^[a-z]/.test(words) || PERSON.test(lead)) return true
  if (/^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.?$/.test(words))
    return !/\b(?:in|by|since|until|from|to|of|late|early|last|next)\s+$/.test(lead)
  if (/^(?:March|MARCH)$/.test(words) && /^\s+on\s+[A-Z]/.test(next)) return true
  if (/\b(?:in|since|until|of|by|last|next|early|late|during)\s+$/i.test(lead)) return false
  const starts = /(?:^|[.!?"“\n]\s*)$/.test(lead)
  if (/^(?:May|MAY)$/.test(words))
    return starts ? VERB_NEXT.test(next) || /^\s+[a-z]/.test(next) : !MONTH_LEAD.test(lead) || VERB_NEXT.test(next)
  if (/^(?:March|MARCH)$/.test(words)) {
    if (/^\s+(?:on|to|of|for|against|through|in (?:protest|solidarity|support))\b/.test(next) && !MONTH_LEAD.test(lead)) return true
    return /\b[A-Z][a-z]+\s+$/.test(lead) && !MONTH_LEAD.test(lead) && !starts
  }
  if (/^(?:April|June|August)$/.test(words)) {
    if (NAME_NEXT.test(next) && (starts || !MONTH_LEAD.test(lead))) return true
    return /\b[A-Z][a-z]+\s+$/.test(lead) && !MONTH_LEAD.test(lead) && !/^\s*(?:[.,;]|$)/.test(next)
  }
  return false
}
