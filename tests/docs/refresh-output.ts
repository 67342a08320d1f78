const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/**
 * What a page shows of an output, as the output has it now. A line `…` stands for lines left out, `…` in a line for a part of it. A shown line that is no longer printed as it
 * stands becomes the printed one that differs from it in figures and bars only.
 * @throws Error naming the line that the page shows and the output lacks, or that it prints and the page neither shows nor leaves out
 */
export const refreshOutput = (shown: readonly string[], output: string): readonly string[] => {
  const printed = output.replace(/\n+$/, '').split('\n')
  const fresh: string[] = []
  let [next, gap] = [0, false]
  for (const line of shown.slice(0, (shown.findLastIndex((l) => l !== '') ?? 0) + 1)) {
    if (line.trim() === '…') {
      gap = true
      fresh.push(line)
      continue
    }
    const alike = shapeOf(line)
    const reach = gap ? printed.slice(next) : printed.slice(next, next + 1)
    const exact = reach.findIndex((p) => fresher(alike, p) === line)
    const found = exact >= 0 ? exact : reach.findIndex((p) => alike.test(p))
    if (found < 0) throw new Error(`the page shows a line that is not printed there:\n${line}\nprinted is\n${reach.slice(0, 5).join('\n')}`)
    fresh.push(fresher(alike, reach[found] ?? '') ?? line)
    next += found + 1
    gap = false
  }
  if (!gap && next < printed.length) throw new Error(`more is printed than the page shows; write a line "…" for it:\n${printed[next]}`)
  return fresh
}

/** Any line that differs from a shown one in figures, bars, blanks between words and what is cut only; its groups are what the page shows of it. */
const shapeOf = (line: string): RegExp => {
  const parts = line
    .trimEnd()
    .split('…')
    .map(
      (part) =>
        `(${escaped(part).replace(/(?:\d|\\\.(?=\d)|,(?=\d))+|[█▉▊▋▌▍▎▏]+| {2,}/gu, (run) => (/\d/.test(run) ? '[\\d.,]*\\d' : run.startsWith(' ') ? ' +' : '[█▉▊▋▌▍▎▏]+'))})`,
    )
  return new RegExp(`^${parts.join('.*')}\\s*$`, 'u')
}

/** A printed line as the page shows it: with its cuts. */
const fresher = (alike: RegExp, printed: string): string | null => alike.exec(printed)?.slice(1).join('…') ?? null
