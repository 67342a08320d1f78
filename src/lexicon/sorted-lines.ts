/** Where the first of sorted lines begins that doesn't stand before `start`. Each line is ended by `end`; they are searched as they stand, so that nothing has to be indexed. */
export const firstLine = (lines: string, end: string, start: string): number => {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = middle === 0 ? 0 : lines.lastIndexOf(end, middle - 1) + 1
    if (isBefore(lines, at, start)) {
      // A last line that nothing ends, as of a file that was cut, ends the search.
      const last = lines.indexOf(end, middle)
      low = last < 0 ? high : last + 1
    } else high = at
  }
  return low
}

const isBefore = (lines: string, at: number, start: string): boolean => {
  for (let i = 0; i < start.length; i++) {
    const difference = lines.charCodeAt(at + i) - start.charCodeAt(i)
    if (difference !== 0) return difference < 0
  }
  return false
}
