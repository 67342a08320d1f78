/** Whether a text is a day of the calendar, also of years before Christ: `2023-04-05`, `-0043-03-15`. One that is none, as 30 February, would choose silently. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = (/^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
