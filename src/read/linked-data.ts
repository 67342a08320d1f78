/** Headline and date of the first article in a page's JSON-LD (schema.org). */
export const linkedData = (scripts: readonly string[]): { readonly title: string | null; readonly published: string | null } => {
  const items = scripts.flatMap((script) => {
    try {
      const value: unknown = JSON.parse(script)
      const list = Array.isArray(value) ? value : [value]
      return list.flatMap((item) =>
        typeof item === 'object' && item !== null && '@graph' in item && Array.isArray(item['@graph']) ? item['@graph'] : [item],
      ) as readonly unknown[]
    } catch {
      return []
    }
  })
  const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
  for (const item of items) {
    if (typeof item !== 'object' || item === null || !('datePublished' in item || 'headline' in item)) continue
    const { headline, datePublished } = item as { readonly headline?: unknown; readonly datePublished?: unknown }
    return { title: isText(headline) ? headline.trim() : null, published: isText(datePublished) ? datePublished : null }
  }
  return { title: null, published: null }
}
