import { heldBy, type Keyed } from './article-from-json.ts'
import type { Columns } from './reader.ts'
import type { Reading } from './reading.ts'

export type Named = { readonly see: (value: Keyed) => void; readonly missed: (file: string, what: 'line' | 'value') => Iterable<Reading> }

/** The keys that `--columns` names for what an article can do without: where none has one, a slip of the pen would cost every date. */
export const namedKeys = (columns: Columns): Named => {
  const left = new Map(Object.entries(columns).filter(([field]) => field !== 'id' && field !== 'text'))
  let keys = ''
  let values = 0
  return {
    see: (value) => {
      values++
      if (left.size === 0) return
      keys ||= Object.keys(value).slice(0, 20).join(', ')
      for (const [field, key] of left) if (heldBy(value, key.trim()) !== undefined || value[field] != null) left.delete(field)
    },
    *missed(file, what) {
      // Of a single one it can't be told from a field that it just lacks.
      if (values < 2) return
      for (const [field, key] of left)
        yield {
          place: { file, field },
          message: `no ${what} has the key "${key.trim()}": there are ${keys}`,
          hint: 'name the keys: --columns id=KEY,text=BODY,published=DATE',
        }
    },
  }
}
