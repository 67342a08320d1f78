import { readIsoDate } from '../../normalize/dates/days.ts'
import type { Connection } from '../../store/open-database.ts'
import { type Columns, dictionaryMaker, hashText, type Lists, NO_DAY, NONE, UNKNOWN } from './columns.ts'

type EventRow = readonly [
  key: number,
  id: string,
  article: number,
  root: string,
  quad: number,
  status: string,
  country: string | null,
  rule: string,
  confidence: number,
  first: string | null,
  last: string | null,
]
type PartyRow = readonly [event: number, side: 'source' | 'target', entity: string | null]

const EVENTS = `SELECT key, id, article, root, quad, status, place_country, rule, confidence, date_start, date_end FROM events ORDER BY key`
const PARTIES = 'SELECT event, side, entity FROM parties ORDER BY event, side'

/** Reads the columns of all events: about two seconds a million. Call it inside a transaction that reads what belongs together. */
export const loadColumns = (db: Connection): Columns => {
  const size = Number(db.prepare('SELECT count(*) FROM events').pluck().get())
  const ids = new Map(db.prepare<[], [number, string]>('SELECT key, id FROM articles').raw().all())
  const keys = new Float64Array(size)
  const hashes = new Uint32Array(size)
  const confidence = new Float64Array(size)
  const first = new Int32Array(size).fill(NO_DAY)
  const last = new Int32Array(size).fill(NO_DAY)
  const month = new Int32Array(size).fill(NO_DAY)
  const article = coded(size)
  const root = coded(size)
  const quad = coded(size)
  const status = coded(size)
  const country = coded(size)
  const rule = coded(size)
  const day = remembered((text: string) => readIsoDate(text) ?? NO_DAY)
  const monthOf = remembered((text: string) => Number(text.slice(0, -6)) * 12 + Number(text.slice(-5, -3)) - 1)
  let row = 0
  for (const event of db.prepare<[], EventRow>(EVENTS).raw().iterate()) {
    keys[row] = event[0]
    hashes[row] = hashText(event[1])
    article.set(row, ids.get(event[2]) ?? '')
    root.set(row, event[3])
    quad.set(row, String(event[4]))
    status.set(row, event[5])
    country.set(row, event[6] ?? NONE)
    rule.set(row, event[7])
    confidence[row] = event[8]
    if (event[9] !== null && event[10] !== null) {
      first[row] = day(event[9])
      last[row] = day(event[10])
      month[row] = monthOf(event[9])
    }
    row++
  }
  const sides = loadSides(db, keys)
  return {
    size,
    keys,
    hashes,
    confidence,
    first,
    last,
    month,
    article: article.done(),
    root: root.done(),
    quad: quad.done(),
    status: status.done(),
    country: country.done(),
    rule: rule.done(),
    ...sides,
  }
}

const coded = (size: number) => {
  const dictionary = dictionaryMaker()
  const codes = new Uint32Array(size)
  return {
    set: (row: number, value: string): void => {
      codes[row] = dictionary.codeOf(value)
    },
    done: () => ({ dictionary, codes }),
  }
}

const remembered = <Out>(make: (text: string) => Out): ((text: string) => Out) => {
  const memory = new Map<string, Out>()
  return (text) => {
    const known = memory.get(text)
    if (known !== undefined) return known
    const made = make(text)
    memory.set(text, made)
    return made
  }
}

/** Both sides share one dictionary, so that an actor has one number. An actor named twice on a side counts once. */
const loadSides = (db: Connection, keys: Float64Array): { readonly source: Lists; readonly target: Lists } => {
  const dictionary = dictionaryMaker()
  const none = dictionary.codeOf(NONE)
  const unknown = dictionary.codeOf(UNKNOWN)
  const lists = { source: listMaker(keys.length, none), target: listMaker(keys.length, none) }
  let row = 0
  for (const [event, side, entity] of db.prepare<[], PartyRow>(PARTIES).raw().iterate()) {
    while (row < keys.length && (keys[row] as number) < event) row++
    lists[side].add(row, entity === null ? unknown : dictionary.codeOf(entity))
  }
  return { source: { dictionary, ...lists.source.done() }, target: { dictionary, ...lists.target.done() } }
}

const listMaker = (size: number, none: number) => {
  const starts = new Uint32Array(size + 1)
  let codes = new Uint32Array(Math.max(16, size * 2))
  let length = 0
  let next = 0
  const push = (code: number): void => {
    if (length === codes.length) {
      const grown = new Uint32Array(codes.length * 2)
      grown.set(codes)
      codes = grown
    }
    codes[length++] = code
  }
  /** Opens the list of a row; those passed over have nobody. */
  const open = (row: number): void => {
    while (next <= row) {
      if (next > 0 && starts[next - 1] === length) push(none)
      starts[next++] = length
    }
  }
  return {
    add: (row: number, code: number): void => {
      open(row)
      for (let i = starts[row] as number; i < length; i++) if (codes[i] === code) return
      push(code)
    },
    done: () => {
      open(size)
      return { starts, codes: codes.slice(0, length) }
    },
  }
}
