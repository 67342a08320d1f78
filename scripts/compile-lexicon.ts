import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findTies } from '../src/lexicon/find-ties.ts'
import { LexiconError } from '../src/lexicon/lexicon-error.ts'
import { readLexicon } from '../src/lexicon/load-lexicon.ts'

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

const { data, problems } = readLexicon(join(root, 'lexicon/en'))
const json = JSON.stringify(data).replaceAll('\\', '\\\\').replaceAll("'", "\\'")
const text = `// Compiled from lexicon/en by scripts/compile-lexicon.ts; not in git.\nimport type { LexiconData } from './lexicon.ts'\n\nexport const lexiconData: LexiconData = JSON.parse('${json}')\n`
if (text !== read()) writeFileSync(path, text)
console.error(
  `lexicon: ${data.actions.length} actions, ${data.actors.length} actors, ${data.people.length} people, ${data.roles.length} roles, ${data.classes.length} classes (${data.hash})`,
)
const ties = findTies(data)
if (ties.length > 0) console.error(`lexicon: ${ties.length} ties between action entries (--ties lists them)`)
if (process.argv.includes('--ties'))
  for (const { first, second, phrase } of ties) console.error(`  ${phrase}: ${first.id} and ${second.id}`)
if (problems.length > 0) {
  console.error(new LexiconError(problems).message)
  process.exitCode = 1
}
