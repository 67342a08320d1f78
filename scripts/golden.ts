import { writeFileSync } from 'node:fs'
import { extract } from '../src/index.ts'
import { goldenLine, goldenPath, readArticle, slugs, textHash } from './golden-record.ts'

// Rewrites the goldens from what the extraction gives now. Read the difference before you commit it: the commit says what moved and why.
if (process.env.CI) {
  console.error('goldens are never rewritten in CI: run npm run golden on your machine, read the difference, commit it')
  process.exit(1)
}
for (const slug of slugs()) {
  const article = readArticle(slug)
  if (article === null) {
    console.error(`${slug}: left as it is, for its article isn't here (../shared/corpus/${slug})`)
    continue
  }
  const ours = slug !== 'russia-nato'
  const lines = extract(article).events.map((e) => goldenLine(e, ours))
  writeFileSync(goldenPath(slug), `${[...(ours ? [] : [JSON.stringify({ text: textHash(article.text) })]), ...lines].join('\n')}\n`)
  console.error(`${slug}: ${lines.length} events`)
}
