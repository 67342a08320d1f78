import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export type Served = (request: IncomingMessage, response: ServerResponse) => void

/** A server on this machine that answers paths as told, and keeps what it was asked. Closed when the file's tests are done. */
export const serve = async (
  routes: Readonly<Record<string, string | Served>>,
): Promise<{ readonly url: string; readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[] }> => {
  const asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const route = routes[path]
    if (typeof route === 'function') route(request, response)
    else if (route === undefined) response.writeHead(404).end('not here')
    else
      response.writeHead(200, { 'content-type': route.startsWith('<?xml') ? 'application/rss+xml' : 'text/html; charset=utf-8' }).end(route)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

export const page = (title: string, text: string): string =>
  `<!doctype html><html><head><title>${title}</title><meta property="article:published_time" content="2024-05-01"></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`

export const feed = (items: readonly { readonly id: string; readonly link?: string; readonly text?: string }[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>http://x.example</link><description>d</description>${items
    .map(
      ({ id, link, text }) =>
        `<item><guid isPermaLink="false">${id}</guid><title>Title ${id}</title>${link === undefined ? '' : `<link>${link}</link>`}<description>${text ?? ''}</description></item>`,
    )
    .join('')}</channel></rss>`
