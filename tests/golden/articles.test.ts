import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { goldenLine, goldenPath, readArticle, slugs, textHash } from '../../scripts/golden-record.ts'
import { extract } from '../../src/index.ts'

const lines = (slug: string): readonly string[] =>
  readFileSync(goldenPath(slug), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

describe('what comes out of an article is what was read and accepted (npm run golden rewrites it)', () => {
  for (const slug of slugs()) {
    const article = readArticle(slug)
    const ours = slug !== 'russia-nato'
    test.skipIf(article === null)(`${slug}${article === null ? ': skipped, ../shared/corpus is not there' : ''}`, () => {
      if (article === null) return
      const golden = ours ? lines(slug) : lines(slug).slice(1)
      if (!ours)
        expect(textHash(article.text), 'the article is another than the golden was made from').toBe(JSON.parse(lines(slug)[0] ?? '{}').text)
      expect(extract(article).events.map((e) => goldenLine(e, ours))).toEqual(golden)
    })
  }
})
