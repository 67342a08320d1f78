/** Sets of numbers that are joined until they are asked for (union–find). */
export type Unions = {
  readonly unite: (a: number, b: number) => void
  /** The sets of the numbers named so far. */
  readonly all: () => readonly (readonly number[])[]
}

/** No sets yet. */
export const unions = (): Unions => {
  const parents = new Map<number, number>()
  const rootOf = (one: number): number => {
    let root = one
    for (let up = parents.get(root) ?? root; up !== root; up = parents.get(root) ?? root) root = up
    parents.set(one, root)
    return root
  }
  return {
    unite: (a, b) => {
      parents.set(rootOf(a), rootOf(b))
      rootOf(b)
    },
    all: () => {
      const groups = new Map<number, number[]>()
      for (const one of parents.keys()) {
        const root = rootOf(one)
        const group = groups.get(root)
        if (group) group.push(one)
        else groups.set(root, [one])
      }
      return [...groups.values()]
    },
  }
}
