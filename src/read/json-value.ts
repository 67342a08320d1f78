import { decodeText } from './decode-text.ts'
import { parseJson } from './json.ts'
import { LARGEST_ARTICLE, type Place, type Unreadable } from './reading.ts'
import type { Line } from './split-lines.ts'

/** What a piece of JSON holds; the fault where it is too large, in another encoding or no JSON. */
export const jsonValue = async (
  { bytes, size }: Line,
  place: Place,
  what: 'line' | 'value',
  hint: string,
): Promise<{ readonly value: unknown } | Unreadable> => {
  if (bytes === null)
    return {
      place,
      message: `the ${what} has ${size} bytes`,
      hint: `an article may have up to ${LARGEST_ARTICLE} bytes; ${what === 'line' ? 'is a line end missing?' : 'many are a list of them, or one a line'}`,
    }
  const text = await decodeText(bytes)
  if (typeof text !== 'string') return { place, message: `the ${what} ${text.message}`, hint: text.hint }
  const parsed = parseJson(text)
  return 'fault' in parsed ? { place, message: `is not JSON: ${parsed.fault}`, hint } : parsed
}
