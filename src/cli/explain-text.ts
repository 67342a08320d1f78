import pc from 'picocolors'
import type { Predicate } from '../audit/ports.ts'
import type { Event, Party, Rejection, Span, Timex, Word } from '../document.ts'
import type { Reference } from '../normalize/reasons/explain-references.ts'
import type { Reasons } from '../normalize/reasons/explain-sentence.ts'
import type { Referent } from '../normalize/references/discourse.ts'
import type { Extraction, ReadSentence } from './library.ts'

export type Look = {
  readonly colour: boolean
  readonly width: number
  readonly tree: boolean
  readonly nameOf: (code: string) => string
  readonly drawTree: (words: readonly Word[]) => string
}

/** A text cut into lines at blanks, none longer than `width` unless a word is. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else if (word !== '') lines.push(word)
  }
  return lines
}

const named = ({ entity, role, code, text }: Pick<Party, 'entity' | 'role' | 'code' | 'text'>): string =>
  code ?? (entity === null ? `${text}${role === null ? '' : ` (${role})`}` : entity)
const side = (parties: readonly Party[]): string => (parties.length === 0 ? '—' : parties.map(named).join(', '))

const dateLine = (timex: Timex): string => {
  const anchor =
    timex.anchor === null
      ? ''
      : timex.anchor === 'publication'
        ? ', from the publication date'
        : `, from ${timex.anchor.replace('text:', 'the words at ').replace('-', '–')}`
  return `${timex.text} = ${timex.value ?? 'no value'}${timex.mod === null ? '' : ` ${timex.mod}`} (${timex.type.toLowerCase()}${timex.fault === null ? '' : `, ${timex.fault}`}${anchor})`
}

const predicateLine = (words: readonly Word[], { clause, acts }: Predicate): string => {
  const word = (at: number): string => words[at]?.text ?? ''
  const how = [clause.passive ? 'passive' : '', clause.negated ? 'negated' : '', clause.mood === 'asserted' ? '' : clause.mood].filter(
    (part) => part !== '',
  )
  const args = clause.args.map((a) => `${a.slot} ${word(a.head)}${a.via === 'own' ? '' : ` [${a.via}]`}`)
  const won = acts.slice(0, 1).map((act) => ` ⇒ ${act.entry.cameo} ${act.entry.id}`)
  return `${clause.words.map(word).join(' ')}${how.length > 0 ? ` (${how.join(', ')})` : ''}${args.length > 0 ? `: ${args.join('; ')}` : ''}${won.join('')}`
}

/** "its = TUR: nearest institution before it; not SWE (named 2 sentences before it)". */
const referenceLine = ({ mention, resolution, lost }: Reference): string => {
  const name = (referents: readonly Referent[]): string =>
    referents.map((r) => (r.guessed || r.text === r.entity ? r.entity : `${r.entity} "${r.text}"`)).join(' and ')
  const found = resolution === null ? 'nobody' : `${name(resolution.referents)}: ${resolution.because}`
  return `${mention.text} = ${found}${several(lost.map(({ referents, why }) => `not ${name(referents)} (${why})`))}`
}

/** What else was considered for a predicate: entries, then sides. */
const lostLines = (words: readonly Word[], { clause }: Predicate, { acts, sides }: Reasons['candidates'][number]): readonly string[] => {
  const verb = clause.words.map((at) => words[at]?.text ?? '').join(' ')
  return [
    ...(acts.length > 0 ? [`${verb}${several(acts.map(({ rule, cameo, why }) => `not ${cameo} ${rule} (${why})`))}`] : []),
    ...(sides.length > 0
      ? [`${verb}${several(sides.map(({ slot, party, why }) => `no side: ${party.entity ?? party.text}, ${slot} (${why})`))}`]
      : []),
  ]
}

const SHOWN = 2
const several = (items: readonly string[]): string =>
  items.length === 0 ? '' : `; ${items.slice(0, SHOWN).join('; ')}${items.length > SHOWN ? `; and ${items.length - SHOWN} more` : ''}`

/** What made the fallback choose, the heaviest first. */
const choiceLines = (words: readonly Word[], { clause, acts }: Predicate): readonly string[] => {
  const choice = acts[0]?.choice
  if (!choice) return []
  const terms = choice.features
    .filter(({ value, weight }) => value * weight !== 0)
    .toSorted((a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight))
    .map(({ name, value, weight }) => `${name} ${signed(value * weight)} (${round(value)} × ${weight})`)
  return [
    `"${words[clause.head]?.text ?? ''}": no entry fits; root ${choice.root} with ${round(choice.sure)}, taken from ${choice.threshold} on: ${terms.join('; ')}; bias ${signed(choice.bias)}`,
  ]
}

const round = (value: number): string => String(Math.round(value * 100) / 100)
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${round(Math.abs(value))}`

/** An article's extraction, sentence by sentence, for people at a terminal. */
export const explainText = ({ document, events, rejections, readings }: Extraction, look: Look): string => {
  const { bold, dim, green, red, cyan, underline } = pc.createColors(look.colour)
  const { article, sentences, telling } = document
  const INDENT = '     '
  const list = (label: string, items: readonly string[]): readonly string[] =>
    items.flatMap((item, i) =>
      wrap(item, look.width - 18).map(
        (line, k) => `${INDENT}${dim((i === 0 && k === 0 ? label : '').padEnd(11))}${k === 0 ? '' : '  '}${line}`,
      ),
    )
  const event = (e: Event): readonly string[] => {
    const flags = [e.action.status === 'asserted' ? '' : e.action.status, e.action.negated ? 'negated' : ''].filter((part) => part !== '')
    const date = e.date === null ? 'no date' : `${e.date.value}${e.date.basis === 'text' ? '' : ` (${e.date.basis})`}`
    const numbers = Object.entries(e.magnitude).map(
      ([kind, m]) => `${m.min}${m.max === null ? '+' : m.max === m.min ? '' : `–${m.max}`} ${kind}`,
    )
    return [
      `${INDENT}${green('✓')} ${bold(`${e.action.cameo} ${look.nameOf(e.action.cameo)}`)}${e.action.plover ? dim(` ${e.action.plover}`) : ''}${flags.length > 0 ? ` [${flags.join(', ')}]` : ''}`,
      `${INDENT}  ${cyan(`${side(e.source)} → ${side(e.target)}`)} · ${[date, ...(e.place ? [e.place.name] : []), ...numbers].join(' · ')}`,
      `${INDENT}  ${dim(`"${e.trigger.text}", by ${e.rule}, confidence ${e.confidence.toFixed(2)}`)}`,
    ]
  }
  const rejection = (r: Rejection): readonly string[] => [
    `${INDENT}${red('✗')} "${r.trigger.text}" ${r.reason}: ${r.detail}${r.rule === null ? '' : dim(` (${r.rule})`)}`,
  ]
  const sentence = (reading: ReadSentence): readonly string[] => {
    const triggers = reading.outcomes.map((o) => o.trigger)
    const text = mark(article.text, reading.sentence, triggers, underline)
    const { mentions, timexes, candidates, outcomes, words } = reading
    const { references, candidates: lost } = reading.reasons()
    const referring = new Set(references.filter((r) => r.resolution !== null).map((r) => r.mention.head))
    return [
      ...wrap(text, look.width - 6).map((line, i) => `${dim((i === 0 ? String(reading.sentence.index) : '').padStart(4))} ${line}`),
      ...(look.tree
        ? look
            .drawTree(words)
            .split('\n')
            .map((line) => `${INDENT}${line}`)
        : []),
      ...list(
        'actors',
        mentions
          .filter((m) => !referring.has(m.head))
          .map((m) => `${m.text} = ${named(m)} (${m.basis}${m.rule === null ? '' : `, ${m.rule}`})`),
      ),
      ...list('references', references.map(referenceLine)),
      ...list('dates', timexes.map(dateLine)),
      ...list(
        'predicates',
        candidates.map((c) => predicateLine(words, c)),
      ),
      ...list(
        'considered',
        candidates.flatMap((c, i) => (lost[i] ? lostLines(words, c, lost[i]) : [])),
      ),
      ...list(
        'fallback',
        candidates.flatMap((c) => choiceLines(words, c)),
      ),
      ...outcomes.flatMap((o) => ('action' in o ? event(o) : rejection(o))),
      '',
    ]
  }
  const facts = [
    article.published ?? 'no publication date',
    telling,
    `${sentences.length} ${sentences.length === 1 ? 'sentence' : 'sentences'}`,
    `${events.length} ${events.length === 1 ? 'event' : 'events'}`,
    `${rejections.length} rejected`,
  ]
  return [
    `${bold(oneLine(article.id))}${article.title === null ? '' : `  ${oneLine(article.title)}`}`,
    dim(facts.join(' · ')),
    '',
    ...readings.flatMap(sentence),
  ].join('\n')
}

/** A name that an article gives itself, line ends as signs: below the header nothing is of its making. */
const oneLine = (name: string): string => name.replace(/[\n\t]/g, (sign) => (sign === '\n' ? '␊' : '␉'))

/** A sentence's words with these spans painted. */
const mark = (text: string, { start, end }: Span, spans: readonly Span[], paint: (text: string) => string): string => {
  const sorted = spans.toSorted((a, b) => a.start - b.start).filter((span, i, all) => i === 0 || span.start >= (all[i - 1]?.end ?? 0))
  return `${sorted.map((span, i) => `${text.slice(sorted[i - 1]?.end ?? start, span.start)}${text.slice(span.start, span.end).replace(/\S+/g, paint)}`).join('')}${text.slice(sorted.at(-1)?.end ?? start, end)}`
}
