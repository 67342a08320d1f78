import { looseDate } from './loose-date.ts'
import { isPlausible } from './plausible-day.ts'

const FOLDERS =
  /\/((?:19|20)\d\d)(?:([/-]?)(\d\d)\2(\d\d)|\/(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\/(\d\d?))(?=\/)/gi

/** What keeps its pages by the days that they tell of. */
const OF_OTHER_DAYS = /(?<![a-z])(?:history|on-?this-?day|events?|calendar)(?![a-z])/i

/** The day in the folders of an address, as most sites that keep their articles by the day write it: `/2023/05/09/`, `/2023-05-09/`, `/2023/may/09/`, `/20230509/`. None where two differ. */
export const dateInAddress = (address: string): string | null => {
  const path = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(address)?.[1] ?? ''
  if (OF_OTHER_DAYS.test(path)) return null
  const days = [...path.matchAll(FOLDERS)]
    .map(([, year, , month, day, name, dayOfName]) => looseDate(name ? `${dayOfName} ${name} ${year}` : `${year}-${month}-${day}`))
    .filter((day) => day !== null)
    .filter(isPlausible)
  return new Set(days).size === 1 ? (days[0] ?? null) : null
}
