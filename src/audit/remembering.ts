/** A memory of the last values that were made, by their keys. */
export const remembering = <Value>(most: number): ((key: string, make: () => Value) => Value) => {
  const memory = new Map<string, Value>()
  return (key, make) => {
    const known = memory.get(key)
    if (known !== undefined) return known
    const made = make()
    if (memory.size >= most) memory.delete(memory.keys().next().value as string)
    memory.set(key, made)
    return made
  }
}
