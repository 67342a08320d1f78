import { describe, expect, it } from 'vitest'
import type { Upos } from '../../src/document.ts'
import { lemmaOf } from '../../src/syntax/lemmas.ts'

describe('lemmaOf', () => {
  it.each<[Upos, string]>([
    [
      'VERB',
      'signed>sign signing>sign signs>sign invaded>invade accused>accuse agreed>agree fled>flee struck>strike fought>fight withdrew>withdraw',
    ],
    [
      'VERB',
      'shelled>shell expelled>expel controlled>control bombed>bomb stopped>stop denied>deny denies>deny imposes>impose clashes>clash',
    ],
    [
      'VERB',
      'overthrew>overthrow retook>retake held>hold met>meet sought>seek slain>slay boycotted>boycott Accused>accuse mistook>mistake telephoned>telephone',
    ],
    ['VERB', 'greenlit>greenlight greenlighted>greenlight waylaid>waylay refuelled>refuel refueling>refuel forsworn>forswear'],
    ['AUX', "was>be were>be been>be 's>be has>have did>do ca>can wo>will"],
    ['PART', "n't>not n’t>not"],
    ['NOUN', 'talks>talk parties>party armies>army ministers>minister women>woman crises>crisis clashes>clash countries>country'],
    ['NOUN', 'servicemen>serviceman policewomen>policewoman news>news crisis>crisis status>status TREATY>treaty'],
    ['PROPN', 'Hamas>Hamas Athens>Athens Russians>Russian Houthis>Houthi Houston>Houston'],
    ['ADJ', 'Russian>Russian worst>bad largest>large heavier>heavy Humanitarian>humanitarian'],
    ['PRON', 'them>they him>he us>we'],
    ['NUM', '1,200>1200 1997>1997'],
    ['X', 'Etc>Etc'],
  ])('%s %s', (upos, pairs) => {
    const wrong = pairs.split(' ').filter((pair) => {
      const [form = '', lemma] = pair.split('>')
      return lemmaOf(form, upos) !== lemma
    })
    expect(wrong.map((pair) => `${pair}, not ${lemmaOf(pair.split('>')[0] ?? '', upos)}`)).toEqual([])
  })
})
