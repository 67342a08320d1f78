import type { Article } from '../document.ts'

/** Where something stands in the input: a file (or `stdin`), a line of it counted from 1, a field of the article. */
export type Place = { readonly file: string; readonly line?: number; readonly field?: string }

/** An input that is no article: what is wrong, where, and what to do about it; the file to read again when it was mended, and the bytes where no file keeps them. */
export type Unreadable = Fault & { readonly place: Place; readonly source?: Source; readonly bytes?: Uint8Array }

/** A file to read. `id` is what an article in it is called when it doesn't say itself; `facts` is the article.json beside a text, or the file itself where it holds all; of an address what the feed tells that it was found in. */
export type Source = { readonly file: string; readonly id: string; readonly facts: string | null }

/** What a reader yields: an article with its place, or what could not be read. */
export type Reading = { readonly article: Article; readonly place: Place; readonly source?: Source } | Unreadable

/** Decides on each file before it is opened: pass over, read as whole, or as one that is still growing, of which an unfinished last line is left. */
export type Gate = (source: Source) => Promise<'skip' | 'whole' | 'growing'>

/** The fault of some bytes or fields, not yet knowing its file. */
export type Fault = { readonly message: string; readonly hint: string }

/** The greatest size of one article in bytes: what is longer is a mistake or an attack. */
export const LARGEST_ARTICLE = 16 * 1024 * 1024

/** The bytes of an input that no file keeps: what came on stdin, up to a megabyte. */
export const keptBytes = (file: string, bytes: Uint8Array | null): { readonly bytes?: Uint8Array } =>
  file === 'stdin' && bytes !== null && bytes.length > 0 && bytes.length <= 1 << 20 ? { bytes } : {}

/** The fault of an input beyond the size of any article. */
export const tooLarge = (size: number): Fault => ({
  message: `has ${size} bytes`,
  hint: `an article may have up to ${LARGEST_ARTICLE} bytes; if it holds many, give them one a line with --format jsonl`,
})

/** A name that is safe to print on one line. */
export const printable = (name: string): string =>
  [...name].some((c) => c < ' ' || c === '\u007f') ? JSON.stringify(name).replaceAll('\u007f', '\\u007f') : name

/** A place as people and editors read it: `file:line: field`. */
export const describePlace = (place: Place): string =>
  `${printable(place.file)}${place.line === undefined ? '' : `:${place.line}`}${place.field === undefined ? '' : `: ${place.field}`}`
