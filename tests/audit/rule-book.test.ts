import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRuleBook } from '../../src/audit/rule-book.ts'
import { readFiles } from '../../src/lexicon/read-files.ts'
import { dir } from './setup.ts'

const ours = join(import.meta.dirname, '../../lexicon/en')

test('every action of lexicon files is found, with the code and the line that reading the lexicon gives it, and with examples', () => {
  // A few of the files: reading all of them in full takes seconds.
  const some = join(dir, 'some')
  mkdirSync(join(some, 'actions'), { recursive: true })
  for (const name of ['03-intent.yaml', '07-aid.yaml', '19-fight.yaml'])
    copyFileSync(join(ours, 'actions', name), join(some, 'actions', name))
  const ruleOf = readRuleBook([some])
  const { raws } = readFiles(join(some, 'actions'), 0, [])
  expect(raws.length).toBeGreaterThan(50)
  for (const { file, line, value } of raws) {
    const { id, cameo } = value as { id: string; cameo: string }
    const rule = ruleOf(`actions/${id}`)
    expect([rule?.cameo, rule?.file, rule?.line, (rule?.examples.length ?? 0) > 0]).toEqual([cameo, `actions/${file}`, line, true])
  }
})

test('an entry of one’s own goes before ours; what can’t be read, or isn’t there, is null', () => {
  const mine = join(dir, 'lexicon')
  mkdirSync(join(mine, 'actions'), { recursive: true })
  writeFileSync(
    join(mine, 'actions/mine.yaml'),
    'about: "mine"\nentries:\n- id: provide-aid\n  cameo: "071"\n  verbs: [fund]\n  when: { object: [aid, money] }\n  examples:\n    - { text: "Japan funded Fiji.", source: JPN, target: FJI }\n  counterexamples: ["He funded it."]\n- { id: flow, cameo: "010", verbs: [say] }\n- id: broken\n  cameo: "01\n',
  )
  const ruleOf = readRuleBook([ours, mine])
  expect(ruleOf('provide-aid')).toEqual({
    id: 'provide-aid',
    file: 'actions/mine.yaml',
    line: 3,
    cameo: '071',
    examples: [{ text: 'Japan funded Fiji.', source: 'JPN', target: 'FJI' }],
    counterexamples: ['He funded it.'],
    says: [
      { key: 'verbs', value: 'fund' },
      { key: 'when', value: 'object: aid, money' },
    ],
  })
  expect(ruleOf('flow')).toMatchObject({ cameo: '010', line: 10, examples: [] })
  expect([ruleOf('broken'), ruleOf('nothing'), readRuleBook(['/no/such/folder'])('provide-aid')]).toEqual([null, null, null])
})
