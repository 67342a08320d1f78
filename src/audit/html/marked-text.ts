import type { Event, Rejection, Sentence, Span } from '../../document.ts'
import { type Html, html } from './html.ts'

export type MarkKind = 'trigger' | 'source' | 'target' | 'date' | 'place' | 'magnitude' | 'other' | 'rejected'

/** A stretch of the text that says something of an event. */
export type Mark = Span & { readonly kind: MarkKind; readonly of: string }

/** The marks of an article: every span of the event that is looked at, and the triggers of the others and of what was rejected. */
export const marksOf = (events: readonly Event[], rejections: readonly Rejection[], focus: string | null): readonly Mark[] => [
  ...events.flatMap((e): readonly Mark[] => (e.id === focus ? eventMarks(e) : [{ ...spanOf(e.trigger), kind: 'other', of: e.id }])),
  ...rejections.map((r): Mark => ({ ...spanOf(r.trigger), kind: 'rejected', of: r.id })),
]

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** Every span that an event rests on. */
export const eventMarks = (event: Event): readonly Mark[] => {
  const of = event.id
  return [
    { ...spanOf(event.trigger), kind: 'trigger' as const, of },
    ...event.source.map((p) => ({ ...spanOf(p), kind: 'source' as const, of })),
    ...event.target.map((p) => ({ ...spanOf(p), kind: 'target' as const, of })),
    ...(event.date?.span ? [{ ...spanOf(event.date.span), kind: 'date' as const, of }] : []),
    ...(event.place ? [{ ...spanOf(event.place), kind: 'place' as const, of }] : []),
    ...Object.values(event.magnitude).map((m) => ({ ...spanOf(m), kind: 'magnitude' as const, of })),
  ].filter((mark) => mark.end > mark.start)
}

const ORDER: readonly MarkKind[] = ['trigger', 'source', 'target', 'date', 'place', 'magnitude', 'other', 'rejected']

/** A text cut where marks begin and end: each piece with the marks that cover it. */
export const cutAtMarks = (span: Span, marks: readonly Mark[]): readonly (Span & { readonly marks: readonly Mark[] })[] => {
  const inside = marks.filter((m) => m.start < span.end && m.end > span.start)
  const edges = [...new Set([span.start, span.end, ...inside.flatMap((m) => [m.start, m.end])])]
    .filter((at) => at >= span.start && at <= span.end)
    .sort((a, b) => a - b)
  return edges.slice(1).map((end, i) => {
    const start = edges[i] as number
    return {
      start,
      end,
      marks: inside.filter((m) => m.start <= start && m.end >= end).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
    }
  })
}

const BUCKET = 1024

/** Marks by stretches of the text, so that a sentence of a long article needn't look at all of them. */
const bucketed = (marks: readonly Mark[]): ((span: Span) => readonly Mark[]) => {
  const buckets = new Map<number, Mark[]>()
  const each = ({ start, end }: Span, visit: (bucket: number) => void): void => {
    for (let b = Math.floor(start / BUCKET); b <= Math.floor(Math.max(start, end - 1) / BUCKET); b++) visit(b)
  }
  for (const mark of marks)
    each(mark, (b) => {
      const bucket = buckets.get(b)
      if (bucket) bucket.push(mark)
      else buckets.set(b, [mark])
    })
  return (span) => {
    const near = new Set<Mark>()
    each(span, (b) => {
      for (const mark of buckets.get(b) ?? []) near.add(mark)
    })
    return [...near]
  }
}

/**
 * An article's text with its marks, sentence by sentence. Every text node sits in an element with `data-o`, its offset in the article, so that a selection
 * can be told in offsets. Overlapping marks are nested, each a line lower.
 */
export const markedText = (
  text: string,
  sentences: readonly Sentence[],
  marks: readonly Mark[],
  focus: number | null,
  hrefOf: (id: string) => string | null,
): Html => {
  const marksNear = bucketed(marks)
  const piece = (span: Span): Html =>
    html`${cutAtMarks(span, marksNear(span)).map(({ start, end, marks: over }) => nest(text.slice(start, end), start, over, hrefOf))}`
  const pieces: Html[] = []
  let at = 0
  for (const sentence of sentences) {
    if (sentence.start < at) continue
    if (sentence.start > at) pieces.push(piece({ start: at, end: sentence.start }))
    pieces.push(
      html`<span class="sentence ${sentence.kind}${focus === sentence.index && ' focus'}" id="s${sentence.index}" data-s="${sentence.index}">${piece(sentence)}</span>`,
    )
    at = sentence.end
  }
  if (at < text.length) pieces.push(piece({ start: at, end: text.length }))
  return html`<div class="text" data-article-text>${pieces}</div>`
}

const nest = (words: string, offset: number, marks: readonly Mark[], hrefOf: (id: string) => string | null): Html => {
  const [outer] = marks
  if (outer === undefined) return html`<span data-o="${offset}">${words}</span>`
  const kinds = [...new Map(marks.map((m) => [m.kind, m])).values()]
  const inner = kinds.reduce<Html>(
    (content, { kind }, depth) => html`<mark class="${kind} d${depth}"${depth === 0 && html` data-o="${offset}"`}>${content}</mark>`,
    html`${words}`,
  )
  const link = kinds.find((m) => m.kind === 'other')
  const href = link === undefined ? null : hrefOf(link.of)
  const owners = [...new Set(marks.map((m) => m.of))].join(' ')
  return href === null ? html`<span data-e="${owners}">${inner}</span>` : html`<a data-e="${owners}" href="${href}">${inner}</a>`
}
