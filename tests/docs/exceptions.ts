/**
 * Commands of the pages that are not run here, and why. They are checked all the same: commands, options, scripts and files that they name must exist (name-what-is.ts).
 * A pattern that fits no command of any page is an error, so that the table stays true.
 */
export const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^npm (ci|install|test)\b/, 'installs, or runs this very test: .ci/run and tests/package do it'],
  [/^npm run golden/, 'rewrites the goldens'],
  [/^npm run score:syntax/, 'needs a treebank: tests/syntax/score'],
  [/^npx tsx bench\//, 'measures for minutes'],
  [/annalist audit(?! report)/, 'serves until it is stopped: tests/audit'],
  [/--watch/, 'watches until it is stopped: tests/run'],
  [/--fetch/, 'asks the network: tests/read'],
  [/annalist (enqueue|worker|queue)/, 'needs a queue on a server: tests/postgres'],
  [/postgres:/, 'needs a server: tests/postgres'],
  [/annalist verdicts --gold/, 'needs verdicts: tests/verdicts'],
]

/** What is done before a page: what it takes for granted. */
export const BEFORE: Readonly<Record<string, string>> = {
  'docs/commands/check.md':
    'cp events.db old.db && cp events.db new.db && annalist export --db old.db > old.ndjson && annalist export --db new.db | gzip > new.ndjson.gz',
}

/** Commands that end otherwise than with 0, and why. */
export const ENDS: readonly (readonly [RegExp, number, string])[] = [
  [/^annalist run old\//, 3, 'some input is left out, and the page shows how that is told'],
]
