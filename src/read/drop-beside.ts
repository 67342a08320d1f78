/**
 * What stands on pages beside their article and can be longer than a short one: dialogs that ask for consent, by their role or the programs that most sites have them from, and what
 * readers comment.
 */
const BESIDE = [
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
  '#comments',
  '#disqus_thread',
].join(',')

type Element = { readonly querySelector: (selector: string) => unknown; readonly remove: () => void }

/** Takes off a page what stands beside its article, but never anything in which an article may stand. */
export const dropBeside = (document: { readonly querySelectorAll: (selector: string) => Iterable<Element> }): void => {
  for (const element of [...document.querySelectorAll(BESIDE)]) if (element.querySelector('article, h1') === null) element.remove()
}
