import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LexiconError } from '../src/lexicon/lexicon-error.ts'
import { readLexicon } from '../src/lexicon/load-lexicon.ts'
import { packLexicon } from '../src/lexicon/pack-lexicon.ts'

// Compiles lexicon/en into src/lexicon/compiled.ts, so that neither YAML nor zod is loaded at run time. Writes only what has changed.
const root = join(import.meta.dirname, '..')
const path = join(root, 'src/lexicon/compiled.ts')

const read = (): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** In ASCII, which engines keep at a byte a letter. */
const quoted = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

const { data, problems } = readLexicon(join(root, 'lexicon/en'))
const strings = Object.entries(packLexicon(data)).map(([key, value]) => `  ${key}: '${quoted(value)}',`)
const text = `// Compiled from lexicon/en by scripts/compile-lexicon.ts; not in git.
import type { PackedLexicon } from './pack-lexicon.ts'

export const packed: PackedLexicon = {
${strings.join('\n')}
}
`
if (text !== read()) writeFileSync(path, text)
console.error(
  `lexicon: ${data.actions.length} actions, ${data.actors.length} actors, ${data.people.length} people, ${data.roles.length} roles, ${data.classes.length} classes (${data.hash})`,
)
if (problems.length > 0) {
  console.error(new LexiconError(problems).message)
  process.exitCode = 1
}
