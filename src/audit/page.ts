import type { Desk } from './desk.ts'
import type { Html } from './html/html.ts'

/** What a page is asked with. */
export type Ask = { readonly desk: Desk; readonly params: URLSearchParams; readonly reviewer: string; readonly path: string }

export type View = { readonly title: string; readonly main: Html; readonly scripts?: readonly string[] }

/** A page: what it shows, loaded once, as HTML at its path and as JSON at its path with `.json`. */
export type Page<Data> = {
  readonly path: string
  readonly load: (ask: Ask) => Data | Promise<Data>
  readonly view: (data: Data, ask: Ask) => View
  readonly json: (data: Data, ask: Ask) => unknown
}

/** A page of any data, as the server keeps them. */
export type AnyPage = {
  readonly path: string
  readonly open: (ask: Ask) => Promise<{ readonly view: () => View; readonly json: () => unknown }>
}

export const page = <Data>({ path, load, view, json }: Page<Data>): AnyPage => ({
  path,
  open: async (ask) => {
    const data = await load(ask)
    return { view: () => view(data, ask), json: () => json(data, ask) }
  },
})

/** A page that can't be shown: what is wrong, and what to do. */
export class PageError extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413 | 500
  readonly hint: string
  constructor(status: PageError['status'], message: string, hint: string) {
    super(message)
    this.name = 'PageError'
    this.status = status
    this.hint = hint
  }
}
