import { looseDate } from './loose-date.ts'

/** The day in the path of an address, as most sites that keep their articles by the day write it: `/2023/05/09/`, `/2023-05-09-`, `/2023/may/09/`, `/20230509/`. */
export const dateInAddress = (address: string): string | null => {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '')
  const digits = /[/_-]((?:19|20)\d\d)([/-]?)(\d\d)\2(\d\d)(?=[/_.-]|$)/.exec(path)
  if (digits) return looseDate(`${digits[1]}-${digits[3]}-${digits[4]}`)
  const named = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d\d?)(?=\/|$)/i.exec(path)
  return named ? looseDate(`${named[3]} ${named[2]} ${named[1]}`) : null
}
