const SHAPE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/i

/** The publication date as ISO 8601, or null when the text is none: `2023-04-05`, `2023-04-05T10:30:00Z`, also with a blank for the T. */
export const checkPublished = (text: string): string | null => {
  const match = SHAPE.exec(text.trim())
  if (match === null) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  // No calendar has a year 0: it stands for an empty field.
  if (year === 0) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  date.setUTCFullYear(year)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 24 || minute > 59 || second > 60) return null
  return match[0].toUpperCase().replace(' ', 'T').replace(/\s/, '')
}

export const PUBLISHED_HINT = 'write an ISO 8601 date such as 2023-04-05 or 2023-04-05T10:30:00Z, or leave the field out'
