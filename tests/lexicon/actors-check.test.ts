import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readLexicon } from '../../src/lexicon/load-lexicon.ts'

const root = mkdtempSync(join(tmpdir(), 'annalist-actors-'))
afterAll(() => rmSync(root, { recursive: true }))

const STATES = `
  - { id: AAA, kind: state, name: Alland, capitals: [Alltown] }
  - { id: BBB, kind: state, name: Bolland }`

/** What the loader says of a lexicon of two states and these entries. */
const problemsOf = (entries: string): readonly string[] => {
  const dir = mkdtempSync(join(root, 'lexicon-'))
  mkdirSync(join(dir, 'actors'))
  writeFileSync(join(dir, 'actors/cast.yaml'), `about: a test\nentries:${STATES}${entries}\n`)
  return readLexicon(dir).problems.filter((problem) => problem.startsWith('actors/'))
}

describe('what is right passes', () => {
  test.each([
    ['two states', ''],
    [
      'offices one after the other',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, entity: AAA, offices: [{ role: GOV, title: minister, from: "1999", to: "2001-05" }, { role: OPP, title: leader, from: "2001-05-07" }] }',
    ],
    [
      'a surname of two people at two times',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, names: [{ text: Doe, to: "1999" }], entity: AAA }\n  - { id: bob-doe, kind: person, name: Bob Doe, names: [{ text: Doe, from: "2000" }], entity: AAA }',
    ],
    [
      'a surname beside words that tell',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, names: [Doe], entity: AAA }\n  - { id: bob-doe, kind: person, name: Bob Doe, names: [{ text: Doe, near: [Alltown] }], entity: AAA }',
    ],
    ['a state that was part of another', '\n  - { id: CCC, kind: state, name: Colland, from: "1991-08-24", before: BBB }'],
  ])('%s', (_, entries) => {
    expect(problemsOf(entries)).toEqual([])
  })
})

describe('what is wrong is told with its line and remedy', () => {
  test.each([
    [
      'an entity that nobody has',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, entity: ZZZ }',
      /cast\.yaml:5: ann-doe: entity: there is no entity "ZZZ"; take the id/,
    ],
    [
      'an office in no organisation',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, entity: AAA, offices: [{ role: IGO, title: head, entity: ZZZ }] }',
      /ann-doe: entity: there is no entity "ZZZ"/,
    ],
    [
      'offices that overlap',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, entity: AAA, offices: [{ role: GOV, title: minister, from: "1999", to: "2003" }, { role: OPP, title: leader, from: "2001" }] }',
      /minister \(to 2003\) overlaps leader \(from 2001\); end one before the other begins/,
    ],
    [
      'an office that goes on under the next',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, entity: AAA, offices: [{ role: GOV, title: minister, from: "1999" }, { role: OPP, title: leader, from: "2001" }] }',
      /minister \(to now\) overlaps leader/,
    ],
    [
      'an office after another without a beginning',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, entity: AAA, offices: [{ role: GOV, title: minister, to: "1999" }, { role: OPP, title: leader }] }',
      /leader follows another office: say from when/,
    ],
    [
      'an office that ends before it begins',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, entity: AAA, offices: [{ role: GOV, title: minister, from: "2003-02", to: "2001" }] }',
      /minister ends \(2001\) before it begins \(2003-02\)/,
    ],
    [
      'one name for two people',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, names: [Doe], entity: AAA }\n  - { id: bob-doe, kind: person, name: Bob Doe, names: [Doe], entity: AAA }',
      /cast\.yaml:6: bob-doe: "Doe" is also a name of ann-doe \(actors\/cast\.yaml:5\); date the two/,
    ],
    [
      'one name in two spellings for two people',
      '\n  - { id: hasan, kind: person, name: Hasan Mohamed, entity: AAA }\n  - { id: hassan, kind: person, name: Hassan Muhammad, entity: BBB }',
      /"Hassan Muhammad" is also a name of hasan/,
    ],
    ['one name for two states', '\n  - { id: CCC, kind: state, name: Alland }', /CCC: "Alland" is also a name of AAA/],
    [
      'a part of another state from no day on',
      '\n  - { id: CCC, kind: state, name: Colland, before: BBB }',
      /CCC: before: say from when it is an entity of its own/,
    ],
    [
      'a member that nobody knows',
      '\n  - { id: CCC, kind: alliance, name: Pact, members: [AAA, ZZZ] }',
      /CCC: members: there is no entity "ZZZ"/,
    ],
    [
      'a role that is none',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, entity: AAA, offices: [{ role: BOSS, title: boss }] }',
      /ann-doe: offices\.0\.role: write one of CAMEO's role codes/,
    ],
    [
      'a date that is none',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, entity: AAA, offices: [{ role: GOV, title: boss, from: "May 1999" }] }',
      /offices\.0\.from: write a date as "1999"/,
    ],
    [
      'a key that is none',
      '\n  - { id: ann-doe, kind: person, name: Ann Doe, entity: AAA, office: [] }',
      /there is no key "office" here; docs\/lexicon\.md lists the keys/,
    ],
  ])('%s', (_, entries, message) => {
    expect(problemsOf(entries)).toEqual([expect.stringMatching(message)])
  })
})
