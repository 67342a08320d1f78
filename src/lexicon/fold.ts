/** A key without diacritics, white space, hyphens, apostrophes and full stops: "Guinea-Bissau", "Côte d’Ivoire" and "U.S." as "GuineaBissau", "CotedIvoire", "US". */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}&]/gu, '')
    .replace(/[ıŁłØøĐđß]/g, (c) => ({ ı: 'i', Ł: 'L', ł: 'l', Ø: 'O', ø: 'o', Đ: 'D', đ: 'd', ß: 'ss' })[c] ?? c)

/** Spellings of one name that a rule can tell: Zelensky, Zelenskyy, Zelenskiy; Hezbollah, Hizbullah; al-Assad, el-Assad, Assad's article apart. */
export const foldName = (text: string): string => {
  const plain = fold(text)
  if (plain.length < 6) return plain
  return plain
    .replace(/(?<=[a-z]sk)(?:yy|iy|yi|ij|y|i)$/, 'y')
    .replace(/^(?:El)(?=[A-Z])/, 'Al')
    .replace(/^(?:el)(?=[A-Z])/, 'al')
}
