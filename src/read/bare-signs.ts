const SIGN = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&(?!#\d+;|#x[\da-f]+;|[a-z]\w*;)|<(?![\p{L}_:/!?])/giu

/** XML in which `&` and `<` that stand for themselves ("AT&T", "5 < 6") are written as XML wants them. */
export const escapeBareSigns = (text: string): string =>
  text.replace(SIGN, (found) => (found === '&' ? '&amp;' : found === '<' ? '&lt;' : found))
