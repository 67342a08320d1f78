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
const SIGN_UP = 700

type Element = { readonly textContent: string | null; readonly querySelector: (selector: string) => unknown; readonly remove: () => void }

/** Takes off a page what stands beside its article, but never anything in which that may stand. */
export const dropBeside = (document: { readonly querySelectorAll: (selector: string) => Iterable<Element> }): void => {
  const drop = (selector: string, kept: string): void => {
    for (const element of [...document.querySelectorAll(selector)]) if (element.querySelector(kept) === null) element.remove()
  }
  drop(DIALOGS, 'article, h1')
  drop(COMMENTS, 'h1')
  drop(UNSEEN, 'article, h1, p')
  for (const element of [...document.querySelectorAll(SIGN_UPS)])
    if ((element.textContent ?? '').length < SIGN_UP && element.querySelector('article, h1') === null) element.remove()
}
