/** A text with the dateline above it that is told beside it, unless it begins with that itself. */
export const belowDateline = (dateline: string | null, text: string): string =>
  dateline !== null && text !== '' && !beginsAlike(text, dateline) ? `${dateline}\n\n${text}` : text

/** Whether a text begins with the dateline that is told beside it, also in other letters or without its day. */
const beginsAlike = (text: string, dateline: string): boolean => {
  const place = /^.+?(?=\s*[,(:\d—–]|\s-|\s*$)/u.exec(dateline)?.[0] ?? ''
  return text.slice(0, place.length).toLowerCase() === place.toLowerCase() && ENDS_PLACE.test(text.slice(place.length))
}

/** What stands in datelines behind a place: a sign, or a day as in "KYIV April 5". */
const ENDS_PLACE = /^\s*(?:[,(:/\d—–]|\p{Lu}\p{L}*\.?\s\d|$)|^\s-/u
