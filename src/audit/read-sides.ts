import type { Span } from '../document.ts'
import type { Side } from '../verdicts/verdict.ts'
import { PageError } from './page.ts'

/** Where words may be looked for: the sentence first, then the whole article. */
export type Scope = { readonly text: string; readonly sentence: Span; readonly known: readonly Side[] }

/** Finds words in the text: where `@` says, else in the sentence, else in the article. @throws PageError when they aren't there */
export const locate = (written: string, { text, sentence }: Scope): Side & Span => {
  const [, words = '', offset] = /^(.*?)(?:@(\d+))?$/s.exec(written.trim()) ?? []
  const wanted = words.trim()
  const fail = (): never => {
    throw new PageError(400, `“${wanted}” does not stand in the article`, 'write the words as the text has them, or select them there')
  }
  if (wanted === '') fail()
  const pattern = new RegExp(wanted.split(/\s+/).map(escapePattern).join('\\s+'), 'g')
  const found = [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const at =
    found.find((f) => f.start === Number(offset ?? -1)) ?? found.find((f) => f.start >= sentence.start && f.end <= sentence.end) ?? found[0]
  if (at === undefined) return fail()
  return { entity: null, code: null, ...at, text: text.slice(at.start, at.end) }
}

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Reads sides as they are written in the forms: `Russia@12 = RUS; the rebels`. @throws PageError */
export const readSides = (written: string, scope: Scope): readonly Side[] =>
  written
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, words = '', entity] = /^(.*?)(?:\s*=\s*([^=]*))?$/s.exec(part) ?? []
      const side = locate(words, scope)
      const code = entity?.trim().toUpperCase() || null
      if (code !== null && !/^[A-Z0-9_-]{2,40}$/.test(code))
        throw new PageError(400, `“${entity}” is no code of an actor`, 'write a code such as RUS or NATO after the sign =')
      const known = scope.known.find((k) => k.entity === code)
      return { ...side, entity: code, code: code === null ? null : (known?.code ?? null) }
    })
