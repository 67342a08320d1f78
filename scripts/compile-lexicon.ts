import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Code } from '../src/lexicon/lexicon.ts'
import { LexiconError, loadLexicon } from '../src/lexicon/load-lexicon.ts'

// Compiles lexicon/en into src/lexicon/compiled.ts, so that neither YAML nor zod is loaded at run time.
const root = join(import.meta.dirname, '..')
const codes = z.object({ entries: z.array(z.strictObject({ code: z.string(), name: z.string(), goldstein: z.number(), quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]), plover: z.string().nullable() })) })

try {
  const codebook: readonly Code[] = codes.parse(parse(readFileSync(join(root, 'lexicon/en/codebook.yaml'), 'utf8'))).entries
  const data = loadLexicon(codebook, join(root, 'lexicon/en'))
  mkdirSync(join(root, 'src/lexicon'), { recursive: true })
  const json = JSON.stringify(data).replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  writeFileSync(join(root, 'src/lexicon/compiled.ts'), `// Compiled from lexicon/en by scripts/compile-lexicon.ts; not in git.\nimport type { LexiconData } from './lexicon.ts'\n\nexport const lexiconData: LexiconData = JSON.parse('${json}')\n`)
  console.error(`lexicon: ${data.actions.length} actions, ${data.actors.length} actors, ${data.people.length} people, ${data.roles.length} roles, ${data.classes.length} classes (${data.hash})`)
} catch (error) {
  if (!(error instanceof LexiconError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
