import { InvalidArgumentError, Option } from 'commander'
import { FORMAT_NAMES } from '../read/formats.ts'

// Options that several commands share.

const whole =
  (least: number) =>
  (value: string): number => {
    const number = Number(value)
    if (!Number.isInteger(number) || number < least) throw new InvalidArgumentError(`write a whole number from ${least}`)
    return number
  }
export const positive = whole(1)
export const natural = whole(0)
export const gather = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** The name of a file, which an empty variable of the shell is not. */
export const named = (value: string): string => {
  if (value.trim() === '') throw new InvalidArgumentError('it names no file; is a variable of the shell empty?')
  return value
}

const FIELDS = ['id', 'text', 'published', 'title', 'url', 'kind']
const parseColumns = (value: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
  const pairs = value.split(',').map((pair) => /^\s*(\w+)=(.*)$/.exec(pair)?.slice(1) ?? [pair, ''])
  const wrong = pairs.find(([field = '', column]) => !FIELDS.includes(field) || column === '')
  if (wrong) throw new InvalidArgumentError(`write id=KEY,text=BODY with the fields ${FIELDS.join(', ')}`)
  return { ...before, ...Object.fromEntries(pairs) }
}

export const quiet = () => new Option('-q, --quiet', 'say nothing on stderr but what went wrong')
export const config = () =>
  new Option('--config <file>', 'the configuration; without it annalist.config.json or .yaml of this folder, where there is one')
export const db = () => new Option('--db <file>', 'the database').default('events.db').argParser(named)
export const format = () =>
  new Option('--format <format>', 'read everything in this format, whatever its name and content').choices(FORMAT_NAMES)
export const columns = () =>
  new Option('--columns <map>', 'columns of tables, keys of JSON: id=KEY,text=BODY,published=DATE').argParser(parseColumns)
export const filesFrom = () => new Option('--files-from <file>', 'read the paths in this list, one a line; - is stdin')
export const published = () => new Option('--published <date>', 'publication date of articles that give none: 2023-04-05')
export const lexicon = () =>
  new Option('--lexicon <dir>', 'a lexicon of your own, loaded over the one that comes with annalist; may be given again').argParser(gather)

export const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`
