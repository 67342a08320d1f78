const FIRST = '1990'
const AHEAD = 14 * 3_600_000

/** Whether a web page can have been published on a day: since there are any, and not later than today where the day begins first. */
export const isPlausible = (date: string): boolean => date >= FIRST && Date.parse(date.slice(0, 10)) <= Date.now() + AHEAD
