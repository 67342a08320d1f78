import type { Engine } from './engine.ts'

/** What a label's surety is worth beside the score of an arc; chosen on ewt-dev among 1, 2 and 3. */
const WORTH = 2

/**
 * The best head of every word by itself, 0 for the root, else 1 + its index. Where a second head is nearly as likely, how sure its label is decides with:
 * a phrase hung on the wrong word seldom has a label that fits well.
 */
export const chooseHeads = (engine: Engine, n: number): Int32Array => {
  const heads = engine.heads.slice(0, n)
  for (let i = 0; i < n; i++) {
    const lead = engine.leads[i] as number
    if (lead >= WORTH) continue
    const doubt = 1 - surety(engine, i, heads[i] as number)
    const rival = engine.rivals[i] as number
    if (lead < WORTH * doubt && lead < WORTH * (doubt - 1 + surety(engine, i, rival))) heads[i] = rival
  }
  return heads
}

/** From 0, where labels of two families are equally good, to 1, where no other family comes near; the root's label is beyond doubt. */
const surety = (engine: Engine, i: number, head: number): number => {
  if (head === 0) return 1
  const margin = engine.labelMargin(i, head)
  return margin / (1 + margin)
}
