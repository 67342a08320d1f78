import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { FEATURES as FALLBACK } from '../src/extract/acts/fallback-features.ts'
import { LexiconError } from '../src/lexicon/lexicon-error.ts'
import { readLexicon } from '../src/lexicon/load-lexicon.ts'
import { packEntries } from '../src/lexicon/pack-entries.ts'
import { packLexicon } from '../src/lexicon/pack-lexicon.ts'
import { readFiles } from '../src/lexicon/read-files.ts'
import { FEATURES as SIDES } from '../src/normalize/unsaid/rank-parties-features.ts'

/**
 * Compiles lexicon/en: into src/lexicon/compiled.ts, so that neither YAML nor zod is loaded at run time, and into src/lexicon/compiled-entries.ts, over
 * which a user's own lexicon is laid without parsing three megabytes of YAML. The weights of model/*.json go into the code, too, so that a browser need not
 * fetch them. Writes only what has changed.
 */
const root = join(import.meta.dirname, '..')

const write = (file: string, text: string): void => {
  const path = join(root, file)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}

/** In ASCII, which engines keep at a byte a letter. */
const quoted = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

const weightsSchema = z.object({
  bias: z.number().optional(),
  threshold: z.number().optional(),
  plainThreshold: z.number().optional(),
  features: z.array(z.object({ name: z.string(), weight: z.number() })),
})

/** The weights of `model/NAME.json`, one for each feature, in their order. */
const readWeights = (name: string, features: readonly string[]) => {
  const model = weightsSchema.parse(JSON.parse(readFileSync(join(root, `model/${name}.json`), 'utf8')))
  if (model.features.map((f) => f.name).join('\n') !== features.join('\n'))
    throw new Error(`model/${name}.json has other features than the ranker: run train/${name}.ts`)
  return { ...model, weights: model.features.map((f) => f.weight) }
}

const faults: string[] = []
const files = readFiles(join(root, 'lexicon/en'), 0, faults)
const { data, problems: found } = readLexicon(files)
const problems = [...faults, ...found]
const strings = Object.entries(packLexicon(data)).map(([key, value]) => `  ${key}: '${quoted(value)}',`)
write(
  'src/lexicon/compiled.ts',
  `// Compiled from lexicon/en by scripts/compile-lexicon.ts; not in git.
import type { PackedLexicon } from './pack-lexicon.ts'

export const packed: PackedLexicon = {
${strings.join('\n')}
}
`,
)
write(
  'src/lexicon/compiled-entries.ts',
  `// Compiled from lexicon/en by scripts/compile-lexicon.ts; not in git.
export const packed: string = '${quoted(packEntries(files))}'
`,
)
const fallback = readWeights('fallback', FALLBACK)
write(
  'src/extract/acts/fallback-weights.generated.ts',
  `// Compiled from model/fallback.json by scripts/compile-lexicon.ts; not in git.
export const WEIGHTS: {
  readonly bias: number
  readonly threshold: number
  readonly plainThreshold: number
  readonly weights: readonly number[]
} = {
  bias: ${fallback.bias},
  threshold: ${fallback.threshold},
  plainThreshold: ${fallback.plainThreshold},
  weights: [${fallback.weights.join(', ')}],
}
`,
)
const sides = readWeights('sides', SIDES)
write(
  'src/normalize/unsaid/rank-parties-weights.generated.ts',
  `// Compiled from model/sides.json by scripts/compile-lexicon.ts; not in git.
export const WEIGHTS: readonly number[] = [${sides.weights.join(', ')}]
`,
)
console.error(
  `lexicon: ${data.actions.length} actions, ${data.actors.length} actors, ${data.people.length} people, ${data.roles.length} roles, ${data.classes.length} classes (${data.hash})`,
)
if (problems.length > 0) {
  console.error(new LexiconError(problems).message)
  process.exitCode = 1
}
