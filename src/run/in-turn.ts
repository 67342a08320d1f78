/** Something to be settled when its turn comes; `characters` tell how much waits. */
export type Settle = { readonly characters: number; readonly settle: () => Promise<void> | void }

/** What is under way, in the order of the input, in which it is also settled: fewer than `width`, and bounded by size, too. */
export const inTurn = (width: number) => {
  const waiting: Settle[] = []
  let characters = 0
  const next = async (): Promise<void> => {
    const first = waiting.shift()
    characters -= first?.characters ?? 0
    await first?.settle()
  }
  return {
    add: (one: Settle): void => {
      waiting.push(one)
      characters += one.characters
    },
    makeRoom: async (): Promise<void> => {
      while (waiting.length >= width || characters > MOST_CHARACTERS) await next()
    },
    settleAll: async (): Promise<void> => {
      while (waiting.length > 0) await next()
    },
  }
}

const MOST_CHARACTERS = 4 << 20
