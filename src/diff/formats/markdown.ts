import { describeEvent, eventOf } from '../describe.ts'
import type { Change } from '../diff.ts'
import { quote } from '../quote.ts'
import { actorsOf, type Group, groupsOf, rootsOf, type Summary, totalOf } from '../summarize.ts'
import { countsLine, headline, type Look, SIGNS } from './format.ts'

/** A comment on GitHub may have 65,536 characters; some are left for what is put around it. */
const ROOM = 60_000

/** By this line a comment is found again. */
export const MARKER = '<!-- annalist diff -->'

/** A text that Markdown takes as it is, and that calls nobody by name. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#|~!&]|^[-+=]|^\d+(?=[.)])/g, (char) =>
      char === '<'
        ? '&lt;'
        : char === '>'
          ? '&gt;'
          : char === '&'
            ? '&amp;'
            : char.length > 1 || /\d/.test(char)
              ? `${char}\\`
              : `\\${char}`,
    )
    .replaceAll('@', '&#64;')
/** `code` with backticks in it. */
const code = (text: string): string => {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map((m) => m[0].length)) + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`
}
const link = (text: string, url: string | null): string =>
  url === null ? text : `[${text}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`

/** A diff as a comment on a pull request: a summary, and folded below it the changes by cause, as many as there is room for. */
export const diffMarkdown = (summary: Summary, look: Look): string => {
  const table = (title: string, rows: readonly (readonly [string, Summary['counts']])[], label: (name: string) => string): string =>
    rows.length === 0
      ? ''
      : `| ${title} | added | removed | changed |\n|---|--:|--:|--:|\n${rows.map(([name, c]) => `| ${label(name)} | ${c.added || ''} | ${c.removed || ''} | ${c.changed || ''} |`).join('\n')}\n\n`
  const one = (change: Change): string => {
    const event = eventOf(change)
    const words = quote(change)
      .map(({ text, marked }) => (marked ? `**${plain(text).trim()}**` : plain(text)))
      .join('')
      .trim()
    const fields = change.fields.map(({ field, before, after }) => `  - ${field}: ${code(before)} → ${code(after)}\n`).join('')
    const article = link(plain(change.article.title ?? change.article.id), look.articleLink(change.article))
    const rule = link(code(event.rule), look.entryLink(event.rule))
    return `- **${SIGNS[change.kind]}** ${plain(describeEvent(event, look.nameOf))} · ${article} · ${rule}\n${fields}${words === '' ? '' : `  > ${words}\n`}`
  }
  const titleOf = (name: string, { cause }: Group): string =>
    cause.kind === 'lexicon' && cause.entries.length > 0
      ? `Lexicon: ${cause.entries.length > 1 ? 'one of ' : ''}${cause.entries.map((entry) => htmlLink(entry, look.entryLink(entry))).join(', ')}`
      : html(name)
  const head = `${MARKER}\n**Annalist:** ${headline(summary)}\n\n`
  if (totalOf(summary.counts) === 0) return head
  const top = `${head}${table('root', rootsOf(summary), (root) => plain(`${root} ${look.nameOf(root)}`))}${table('actor', actorsOf(summary, 10), plain)}`
  const groups = groupsOf(summary)
  let room = ROOM - top.length
  const bodies = groups.map(([name, group], i) => {
    const share = room / (groups.length - i)
    const open = `<details><summary>${titleOf(name, group)} — ${countsLine(group.counts)}</summary>\n\n`
    const lines: string[] = []
    let size = open.length + 80
    for (const change of group.shown) {
      const line = one(change)
      if (size + line.length > share) break
      lines.push(line)
      size += line.length
    }
    const left = totalOf(group.counts) - lines.length
    const body = `${open}${lines.join('')}${left > 0 ? `- … and ${left} more\n` : ''}\n</details>\n\n`
    // Where there are more causes than room, the last are counted only.
    if (body.length > room) return ''
    room -= body.length
    return body
  })
  const silent = bodies.filter((body) => body === '').length
  return `${top}${bodies.join('')}${silent > 0 ? `… and ${silent} more causes\n` : ''}`
}

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('@', '&#64;')
const htmlLink = (text: string, url: string | null): string => {
  const shown = `<code>${html(text)}</code>`
  return url === null ? shown : `<a href="${html(url).replaceAll('"', '&quot;')}">${shown}</a>`
}
