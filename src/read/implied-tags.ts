const HEAD =
  /\s+|<!--[\s\S]*?-->|<[!?](?!--)[^>]*>|<(?:meta|link|base)\b[^>]*>|<(title|script|style|noscript)\b[^>]*>[\s\S]*?<\/\1\s*>|(<\/?(?:html|head)(?:\s[^>]*)?>)/iy
const BODY = /<body(?:\s[^>]*)?>/iy

/**
 * A page with the tags of html, head and body where its author left them out, as HTML lets one (whatwg.org, "Optional tags"): the parser does not put them in, and would find no body.
 * The body begins at the first thing that can't stand in a head.
 */
export const withImpliedTags = (html: string): string => {
  if (['html', 'head', 'body'].every((name) => new RegExp(`<${name}[\\s>]`, 'i').test(html))) return html
  let at = 0
  let head = ''
  for (;;) {
    HEAD.lastIndex = at
    const piece = HEAD.exec(html)
    if (piece === null) break
    if (piece[2] === undefined && !/^<[!?]/.test(piece[0])) head += piece[0]
    at = HEAD.lastIndex
  }
  BODY.lastIndex = at
  if (BODY.test(html)) at = BODY.lastIndex
  return `<!doctype html><html><head>${head}</head><body>${html.slice(at)}`
}
