import type { Files, Raw } from './read-files.ts'

/** The entries of our lexicon as lines: what else the files say, then file, line and the entry as JSON. */
export const packEntries = ({ raws, plover }: Files): string =>
  [JSON.stringify(plover), ...raws.map(({ file, line, value }) => `${file}\t${line}\t${JSON.stringify(value)}`)].join('\n')

/** The same read back. Where a key of an entry stands is no longer known: the entry's line is told for all. */
export const unpackEntries = (packed: string): Files => {
  const [plover = 'null', ...lines] = packed.split('\n')
  return { plover: JSON.parse(plover), raws: lines.map(readLine) }
}

const readLine = (text: string): Raw => {
  const [file = '', number, value = 'null'] = text.split('\t')
  const line = Number(number)
  return { layer: 0, file, path: file, line, value: JSON.parse(value), lineOf: () => line }
}
