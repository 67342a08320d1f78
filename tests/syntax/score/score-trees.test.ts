import { describe, expect, it } from 'vitest'
import { ConlluError, type ConlluSentence, readConllu, writeConllu } from '../../../src/syntax/conllu.ts'
import { alignWords } from '../../../src/syntax/score/align-words.ts'
import { type PlacedWord, rawTextOf } from '../../../src/syntax/score/raw-text.ts'
import { scoreTrees } from '../../../src/syntax/score/score-trees.ts'

/** A sentence written as "form/upos/head/deprel" a word; heads from 1, 0 for the root. */
const sentence = (text: string, comments: readonly string[] = []): ConlluSentence => ({
  comments,
  words: text.split(' ').map((cell) => {
    const [form = '', upos = '', head = '', deprel = ''] = cell.split('/')
    return { form, lemma: form, upos, head: Number(head) - 1, deprel, misc: '_' }
  }),
  units: [],
})

const placed = (text: string): readonly PlacedWord[] => rawTextOf([sentence(text)]).words

const GOLD = 'Russia/PROPN/2/nsubj signed/VERB/0/root it/PRON/2/obj ./PUNCT/2/punct'

describe('scoreTrees', () => {
  it.each([
    ['the same', GOLD, { upos: 100, uas: 100, las: 100, core: 100 }],
    ['one label wrong', GOLD.replace('obj', 'obl'), { upos: 100, uas: 100, las: 75, core: (200 * 1) / 3 }],
    ['a subtype counts', GOLD.replace('nsubj', 'nsubj:pass'), { upos: 100, uas: 100, las: 75, core: 50 }],
    ['one head wrong', GOLD.replace('it/PRON/2', 'it/PRON/1'), { upos: 100, uas: 75, las: 75, core: 50 }],
    ['punctuation counts', GOLD.replace('./PUNCT/2', './PUNCT/1'), { upos: 100, uas: 75, las: 75, core: 100 }],
    ['one tag wrong', GOLD.replace('PROPN', 'NOUN'), { upos: 75, uas: 100, las: 100, core: 100 }],
  ])('%s', (_, system, expected) => {
    expect(scoreTrees(placed(GOLD), placed(system))).toMatchObject(expected)
  })

  it('is an F1 where the words are cut otherwise', () => {
    const gold = placed('He/PRON/2/nsubj left/VERB/0/root Al-Quds/PROPN/2/obj')
    const text = gold.map((w) => w.form).join(' ')
    const cut = (form: string, head: number, deprel: string, at = text.indexOf(form)): PlacedWord => {
      return { start: at, end: at + form.length, form, lemma: form, upos: 'X', head, deprel, joined: false }
    }
    const system = [cut('He', 1, 'nsubj'), cut('left', -1, 'root'), cut('Al', 1, 'obj'), cut('-', 2, 'punct'), cut('Quds', 2, 'flat')]
    const score = scoreTrees(gold, system)
    expect(score.tokens).toBeCloseTo((200 * 2) / 8)
    expect(score.las).toBeCloseTo((200 * 2) / 8)
    expect(score.core).toBeCloseTo((200 * 1) / 4)
  })
})

describe('alignWords', () => {
  it('pairs the words of a unit by their forms, whatever the cut beside them', () => {
    const unit = { start: 0, end: 5, lemma: '', upos: 'X', head: -1, deprel: '', joined: true }
    const gold: PlacedWord[] = [
      { ...unit, form: 'do' },
      { ...unit, form: "n't" },
    ]
    const system: PlacedWord[] = [
      { ...unit, end: 2, form: 'Do', joined: false },
      { ...unit, start: 2, form: "n't", joined: false },
    ]
    expect(Array.from(alignWords(gold, system))).toEqual([0, 1])
    expect(Array.from(alignWords(gold, system.slice(0, 1)))).toEqual([0, -1])
  })

  it('pairs nothing with nothing', () => {
    expect(Array.from(alignWords([], []))).toEqual([])
  })
})

describe('CoNLL-U', () => {
  const text = [
    '# text = They don’t.',
    '1\tThey\tthey\tPRON\t_\t_\t2\tnsubj\t_\t_',
    '2-3\tdon’t\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No',
    '2\tdo\tdo\tAUX\t_\t_\t0\troot\t_\t_',
    '3\tn’t\tnot\tPART\t_\t_\t2\tadvmod\t_\t_',
    '4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_',
    '',
    '',
  ].join('\n')

  it('is written as it was read', () => {
    expect(writeConllu(readConllu(text))).toBe(text)
    expect(rawTextOf(readConllu(text)).text).toBe('They don’t.')
  })

  it.each([
    ['a column too few', text.replace('\tnsubj\t_\t_', '\tnsubj\t_'), /line 2: 9 columns/],
    ['a number out of order', text.replace('\n3\t', '\n4\t'), /line 5: word number "4" where 3 comes next/],
    ['a head that is no number', text.replace('\t0\troot', '\t_\troot'), /line 4: head "_" is no number/],
    ['a head outside the sentence', text.replace('\t0\troot', '\t9\troot'), /word 2 has head 9 in a sentence of 4 words/],
  ])('%s', (_, broken, message) => {
    expect(() => readConllu(broken)).toThrow(ConlluError)
    expect(() => readConllu(broken)).toThrow(message)
  })

  it('keeps paragraphs apart in the raw text', () => {
    const raw = rawTextOf([sentence('Talks/NOUN/0/root', ['newdoc']), sentence('He/PRON/2/nsubj left/VERB/0/root', ['newpar'])])
    expect(raw.text).toBe('Talks\n\nHe left')
    expect(raw.sentences).toEqual([
      { start: 0, end: 5 },
      { start: 7, end: 14 },
    ])
  })
})
