const WORDS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun easter christmas ramadan'.split(
    ' ',
  ),
)

/** Whether a capitalized word names a month, a weekday or a feast and no actor. */
export const isCalendarWord = (text: string): boolean => WORDS.has(text.toLowerCase().replace(/\.$/, ''))
