type Element = { readonly getAttribute: (name: string) => string | null }

/** What the `meta` elements of a page say, by what they are called in small letters; of several that are called so the first counts. */
export const metadataOf = (elements: Iterable<Element>): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const element of elements)
    for (const key of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(key)?.toLowerCase()
      if (name !== undefined && !found.has(name)) found.set(name, element.getAttribute('content')?.trim() ?? '')
    }
  return found
}
