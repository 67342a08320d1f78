/** Dialogs that ask for consent, by their role or the programs that most sites have them from: they stand beside an article and can be longer than a short one. */
const DIALOGS = [
  '[role="dialog"]',
  '[role="alertdialog"]',
  '[aria-modal="true"]',
  'dialog',
  'amp-consent',
  '#onetrust-consent-sdk',
  '#CybotCookiebotDialog',
  '#didomi-host',
  '#usercentrics-root',
  '#cookie-notice',
  '#cookie-law-info-bar',
  '#cmplz-cookiebanner-container',
  '.qc-cmp2-container',
  '.fc-consent-root',
  '[id^="sp_message_container"]',
].join(',')

/** What readers comment, each of whom WordPress gives an article of his own. */
const COMMENTS = '#comments, #disqus_thread'

/** What only those hear who have a page read aloud: "Image caption,", "list 1 of 3". */
const UNSEEN = '.visually-hidden:not(h1), .screen-reader-text:not(h1), .sr-only:not(h1)'

/** What asks for an address to send newsletters to. */
const SIGN_UPS = '[class^="newsletter"], [class*=" newsletter"], [id^="newsletter"], [name="EmailSignUp"], [class*="newsletter-sign"]'

/** Longer text is more than that. */
const SIGN_UP = 300

/** A page has no more of them; each costs what it holds. */
const MOST_FORMS = 50

const ASKS = /\b(?:sign up|subscribe|newsletters?)\b/i

const ARTICLE = 'article, main, body, html, h1, [role="main"], [role="article"], [itemprop="articleBody"]'

type Element = {
  readonly textContent: string | null
  readonly querySelector: (selector: string) => unknown
  readonly matches: (selector: string) => boolean
  readonly remove: () => void
  readonly previousElementSibling: Element | null
  readonly nextElementSibling: Element | null
}

const textIn = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Whether it says aloud what a sign beside it shows, which Readability drops. */
const speaksFor = ({ previousElementSibling, nextElementSibling }: Element): boolean =>
  [previousElementSibling, nextElementSibling].some((beside) => beside?.matches('[aria-hidden="true"]'))

const asksForAddress = (element: Element): boolean => {
  if (element.matches(ARTICLE) || element.querySelector(ARTICLE) !== null) return false
  const text = textIn(element)
  return text.length < SIGN_UP && (element.querySelector('form, input') !== null || ASKS.test(text))
}

/** Takes off a page what stands beside its article, but never anything in which that may stand. */
export const dropBeside = (document: { readonly querySelectorAll: (selector: string) => Iterable<Element> }): void => {
  const drop = (selector: string, kept: string): void => {
    for (const element of [...document.querySelectorAll(selector)]) if (element.querySelector(kept) === null) element.remove()
  }
  drop(DIALOGS, 'article, h1')
  drop(COMMENTS, 'h1')
  // A sentence may be there for all: what is hidden a script can show.
  for (const element of [...document.querySelectorAll(UNSEEN)])
    if (element.querySelector('article, h1, p') === null && !speaksFor(element) && !/[.!?]["'”’»)]*$/.test(textIn(element)))
      element.remove()
  for (const element of [...document.querySelectorAll(SIGN_UPS)].slice(0, MOST_FORMS)) if (asksForAddress(element)) element.remove()
}
