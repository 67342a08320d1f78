/** Markup that is safe to send: made by `html`, which escapes everything that is put into it. */
export type Html = { readonly markup: string }
export type Child = Html | string | number | false | null | undefined | readonly Child[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\0': '\ufffd',
}

/** A text as markup, character for character: carriage returns, which a parser of HTML would swallow, stay. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'\r\0]/g, (c) => ESCAPES[c] as string)

const markupOf = (child: Child): string => {
  if (child === null || child === undefined || child === false) return ''
  if (typeof child === 'string') return escapeHtml(child)
  if (typeof child === 'number') return String(child)
  if ('markup' in child) return child.markup
  return child.map(markupOf).join('')
}

/** Markup from a template; texts and numbers in it are escaped, markup and lists of it are put in as they are, nothing for null and false. */
export const html = (strings: TemplateStringsArray, ...children: readonly Child[]): Html => ({
  markup: strings.map((part, i) => (i === 0 ? part : `${markupOf(children[i - 1])}${part}`)).join(''),
})

/** Markup that was made elsewhere and is known to be safe: our own drawings. */
export const trusted = (markup: string): Html => ({ markup })
