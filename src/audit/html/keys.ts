/** What each key does, as the help and the pages tell it. The scripts in assets/audit act on them. */
export const KEYS: readonly { readonly name: string; readonly keys: readonly (readonly [keys: string, what: string])[] }[] = [
  {
    name: 'Judge',
    keys: [
      ['a', 'accept: right in every field'],
      ['r', 'reject; then 1 to 8 for the reason'],
      ['n', 'skip: can’t tell, next'],
      ['u', 'undo the last verdict'],
      ['f', 'flag, to talk over'],
      ['k', 'comment'],
      ['e', 'the article was read whole'],
    ],
  },
  {
    name: 'Correct',
    keys: [
      ['c', 'code: type to search the codebook'],
      ['s', 'source: of the selected words'],
      ['t', 'target: of the selected words'],
      ['w', 'trigger: the selected words'],
      ['d', 'date'],
      ['p', 'place'],
      ['m', 'add a missed event at the selected words'],
    ],
  },
  {
    name: 'Select words',
    keys: [
      ['← →', 'another word'],
      ['Shift ← →', 'more or fewer words'],
      ['↑ ↓', 'a sentence on'],
      ['Enter', 'take them'],
      ['Esc', 'leave'],
    ],
  },
  {
    name: 'Everywhere',
    keys: [
      ['/', 'search'],
      ['j', 'judge'],
      ['?', 'these keys'],
    ],
  },
]
