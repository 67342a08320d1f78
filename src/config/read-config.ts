import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import { teach } from '../teach.ts'
import { ConfigError } from './config-error.ts'
import { type Config, configSchema } from './config-schema.ts'

/**
 * Reads a configuration, JSON or YAML, its paths made relative to the working directory's view of its folder.
 * @throws ConfigError with file, line and field
 */
export const readConfig = (file: string): Config => {
  const document = parse(file)
  const { lines, tree } = document
  const result = configSchema.safeParse(tree.toJS() ?? {}, { error: teach })
  if (result.success) return inFolder(dirname(file), result.data)
  const issues = result.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    return keys.map((key) => {
      const path = key === undefined ? issue.path : [...issue.path, key]
      const what = key === undefined ? issue.message : 'there is no such key'
      return `${file}:${lineAt(tree, lines, path)}: ${path.join('.') || 'the file'}: ${what}`
    })
  })
  throw new ConfigError(issues.join('\n'), 'docs/config.md tells every key; docs/config.schema.json lets an editor check them')
}

const parse = (file: string): { readonly tree: Document; readonly lines: LineCounter } => {
  const lines = new LineCounter()
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError(`${file} can't be read: ${(error as Error).message}`, 'check the path given to --config')
  }
  // JSON is YAML, and this parser knows lines.
  const tree = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const [fault] = tree.errors
  if (fault)
    throw new ConfigError(`${file}:${fault.linePos?.[0].line ?? 1}: ${fault.message.split('\n')[0]}`, 'correct the line and run again')
  return { tree, lines }
}

const lineAt = (tree: Document, lines: LineCounter, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length > 0; length--) {
    const node = tree.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

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
