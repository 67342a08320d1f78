import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { readYaml, type Yaml } from '../read-yaml.ts'
import { teach } from '../teach.ts'
import { ConfigError } from './config-error.ts'
import { type Config, configSchema } from './config-schema.ts'

/**
 * Reads a configuration, JSON or YAML, its paths made relative to the working directory's view of its folder.
 * @throws ConfigError with file, line and field
 */
export const readConfig = (file: string): Config => {
  const { value, lineOf } = parse(file)
  const result = configSchema.safeParse(value ?? {}, { error: teach })
  if (result.success) return inFolder(dirname(file), result.data)
  const issues = result.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    return keys.map((key) => {
      const path = key === undefined ? issue.path : [...issue.path, key]
      const what = key === undefined ? issue.message : 'there is no such key'
      return `${file}:${lineOf(path)}: ${path.join('.') || 'the file'}: ${what}`
    })
  })
  throw new ConfigError(issues.join('\n'), 'docs/config.md tells every key; docs/config.schema.json lets an editor check them')
}

const parse = (file: string): Yaml => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError(
      `${file || '""'} can't be read: ${unreadable(error as NodeJS.ErrnoException)}`,
      'check the path given to --config',
    )
  }
  // JSON is YAML, and this parser knows lines.
  const yaml = readYaml(text)
  const [fault] = yaml.faults
  if (fault) throw new ConfigError(`${file}:${fault.line}: ${fault.message}`, 'correct the line and run again')
  return yaml
}

const unreadable = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message

const inFolder = (folder: string, config: Config): Config => {
  const at = (path: string): string => (isAbsolute(path) || folder === '.' ? path : join(folder, path))
  return {
    ...config,
    ...(config.corpus && { corpus: config.corpus.map(at) }),
    ...(config.lexicon && { lexicon: config.lexicon.map(at) }),
    db: at(config.db ?? 'events.db'),
    ...(config.exports && { exports: config.exports.map((one) => ({ ...one, output: at(one.output) })) }),
    ...(config.score && {
      score: { ...config.score, gold: config.score.gold.map(at), ...(config.score.aliases && { aliases: at(config.score.aliases) }) },
    }),
  }
}
