import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildKernel, TARGET } from '../../../scripts/build-kernel.ts'

it('the kernel in the repository is what its source compiles to: npx tsx scripts/build-kernel.ts', async () => {
  expect(readFileSync(TARGET, 'utf8')).toBe(await buildKernel())
})
