/** A lexicon that can't be loaded: `problems` says of each fault file, line, key and what to write instead. */
export class LexiconError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`the lexicon has ${problems.length} fault${problems.length === 1 ? '' : 's'}:\n${problems.join('\n')}`)
    this.name = 'LexiconError'
    this.problems = problems
  }
}
