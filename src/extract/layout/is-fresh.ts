import { monthOf } from '../dates/words.ts'

/** Whether a day as datelines write it ("Sept 2", "Monday, 4 September 2023") is that of publication or one of a few before. */
export const isFresh = (date: string, published: string | null): boolean => {
  const told = /\d{4}/.exec(date)?.[0]
  const month = date.match(/\p{L}+/gu)?.reduce((found, word) => found || monthOf(word), 0)
  const day = /\d{1,2}/.exec(date)?.[0]
  if (published === null || !month || !day) return false
  const year = Number(published.slice(0, 4))
  const years = told === undefined ? [year - 1, year] : [Number(told)]
  return years.some((y) => {
    const ago = (Date.parse(published.slice(0, 10)) - Date.UTC(y, month - 1, Number(day))) / DAY
    return ago >= 0 && ago <= FEW
  })
}

const DAY = 86_400_000
const FEW = 3
