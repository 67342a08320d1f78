/**
 * The phrases that one with alternatives in braces stands for, as shells read them: "{rebel, militia} {camp, base}" is "rebel camp", "rebel base",
 * "militia camp" and "militia base", in this order. A phrase without braces is itself.
 */
export const expandBraces = (phrase: string): readonly string[] => {
  const [, before = phrase, inside, behind = ''] = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(phrase) ?? []
  if (inside === undefined) return [before]
  const rest = expandBraces(behind)
  return inside.split(',').flatMap((part) => rest.map((end) => `${before}${part.trim()}${end}`))
}

/** Whether each brace of a phrase is closed before the next one opens, and each pair holds two words or more. */
export const hasWholeBraces = (phrase: string): boolean =>
  !/[{}]/.test(phrase.replace(/\{([^{}]*)\}/g, (pair, inside: string) => (isChoice(inside.split(',')) ? '' : pair)))

const isChoice = (parts: readonly string[]): boolean => parts.length > 1 && parts.every((part) => part.trim() !== '')
