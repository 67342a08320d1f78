/** Names that the network takes for verbs by their endings ("Kais Saied met Macron"): it reads them as it reads a name that it knows. */
export const readAsName = (text: string): string => (LIKE_VERBS.has(text) ? 'Merkel' : text)

const LIKE_VERBS: ReadonlySet<string> = new Set(
  'Saied Chahed Shaked Guled Seehofer Asselborn Eagleburger Nauert Wangchuck Wongsawat Tsering'.split(' '),
)
