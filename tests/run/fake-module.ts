import { existsSync, writeFileSync } from 'node:fs'
import type { Article } from '../../src/document.ts'
import type { Findings } from '../../src/store/index.ts'
import { fakeExtract } from '../store/fake-extract.ts'

/** The fake extraction as workers load it; a text can ask for trouble. */
export const createExtractMany = async (): Promise<(articles: readonly Article[]) => readonly Findings[]> => (articles) =>
  articles.map(extract)

const extract = (article: Article): Findings => {
  if (article.text.includes('FOREVER')) for (;;);
  if (article.text.includes('HUGE')) {
    const held: number[][] = []
    for (;;) held.push(new Array(1 << 20).fill(held.length))
  }
  const gate = /GATE (\S+)/.exec(article.text)?.[1]
  if (gate !== undefined) {
    writeFileSync(`${gate}.begun`, '')
    while (!existsSync(`${gate}.open`));
  }
  if (article.text.includes('FAIL')) throw new Error('the extraction came upon FAIL')
  return fakeExtract(article)
}
