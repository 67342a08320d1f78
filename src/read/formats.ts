import type { Reader } from './reader.ts'

/** The formats that are read: what their files are called, whether a file is one article as a rule (and small), and the code that reads them, loaded when it is needed. */
export const FORMATS = {
  text: { extensions: ['txt', 'text'], single: true, load: async (): Promise<Reader> => (await import('./read-text.ts')).readText },
  jsonl: { extensions: ['jsonl', 'ndjson'], single: false, load: async (): Promise<Reader> => (await import('./read-json.ts')).readJsonl },
  json: { extensions: ['json'], single: false, load: async (): Promise<Reader> => (await import('./read-json.ts')).readJson },
  csv: { extensions: ['csv', 'tsv'], single: false, load: async (): Promise<Reader> => (await import('./read-csv.ts')).readCsv },
  html: {
    extensions: ['html', 'htm', 'xhtml'],
    single: true,
    load: async (): Promise<Reader> => (await import('./read-html.ts')).readHtml,
  },
  feed: { extensions: ['rss', 'atom', 'rdf'], single: false, load: async (): Promise<Reader> => (await import('./read-feed.ts')).readFeed },
  newsml: {
    extensions: ['xml', 'nitf', 'newsml'],
    single: true,
    load: async (): Promise<Reader> => (await import('./read-newsml.ts')).readNewsml,
  },
  sgml: { extensions: ['sgml', 'sgm', 'tml'], single: false, load: async (): Promise<Reader> => (await import('./read-sgml.ts')).readSgml },
  warc: { extensions: ['warc', 'wet'], single: false, load: async (): Promise<Reader> => (await import('./read-warc.ts')).readWarc },
  eml: { extensions: ['eml', 'mhtml', 'mht'], single: true, load: async (): Promise<Reader> => (await import('./read-mail.ts')).readEml },
  mbox: { extensions: ['mbox'], single: false, load: async (): Promise<Reader> => (await import('./read-mail.ts')).readMbox },
} as const

export type Format = keyof typeof FORMATS
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[]

/** The format that a file's name tells, past `.gz` and `.zst`; null for a name that tells none. */
export const formatOfName = (name: string): Format | null => {
  const extension = /\.([a-z0-9]+)(?:\.(?:gz|zst))?$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return FORMAT_NAMES.find((format) => (FORMATS[format].extensions as readonly string[]).includes(extension)) ?? null
}

/** Whether a name ends as those of compressed files do. */
export const isPacked = (name: string): boolean => /\.(gz|zst)$/i.test(name)

/** A file's name without the endings that tell its format. */
export const withoutExtension = (name: string): string => name.replace(/\.(gz|zst)$/i, '').replace(/(?<=[^/])\.[a-z0-9]+$/i, '')

/** The format that the first bytes tell, where they tell one beyond doubt; what is left to the name is plain text, tables and lines of JSON. */
export const formatOfContent = (head: string, name: string): Format | null => {
  const text = head.replace(/^\ufeff/, '').trimStart()
  if (/^WARC\/\d/.test(text)) return 'warc'
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html)(?=[\s>])/i.test(text)) return 'html'
  const root = /^(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!doctype[^>[]*(?:\[[\s\S]*?\])?>\s*)*<(?:\w+:)?(\w+)/i
    .exec(text)?.[1]
    ?.toLowerCase()
  if (root === 'rss' || root === 'feed' || root === 'rdf') return 'feed'
  if (root === 'nitf' || root === 'newsitem' || root === 'newsmessage') return 'newsml'
  if (root === 'timeml' || /^<DOC(?:\s[^>]*)?>\s*</.test(text)) return 'sgml'
  if (/^\{\s*"/.test(text) && /"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(text)) return 'feed'
  if (formatOfName(name) !== null) return null
  if (/^\[\s*\{\s*"|^\{\s*\n\s*"/.test(text)) return 'json'
  if (/^\{\s*"/.test(text)) return 'jsonl'
  if (/^From \S+ .*\d{4}\r?\n[\w-]+:/.test(text)) return 'mbox'
  return /^(Return-Path|Received|From|Date|Subject|Message-ID|MIME-Version|Delivered-To):[^\n]*\r?\n([\w-]+:|[ \t])/i.test(text)
    ? 'eml'
    : null
}
