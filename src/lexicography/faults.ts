/** A fault of a lexicon: where it is, and what to write instead. */
export type Fault = { readonly file: string; readonly line: number; readonly message: string }

/** The loader's faults, which it tells as `file:line: message`. */
export const faultsFrom = (problems: readonly string[]): readonly Fault[] =>
  problems.map((problem) => {
    const [, file = '', line = '1', message = problem] = /^(.+?):(\d+): ([\s\S]*)$/.exec(problem) ?? []
    return { file, line: Number(line), message }
  })
