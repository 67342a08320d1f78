import { randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { type DeskOptions, openDesk } from './desk.ts'
import { makeDoors } from './security.ts'

export type ServeOptions = Omit<DeskOptions, 'say'> & {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly reviewer: string
  readonly say: (text: string) => void
  /** Told each new link that opens the desk once. */
  readonly link: (url: string) => void
}

export type Served = { readonly port: number; readonly close: () => Promise<void> }

/** Opens the desk and serves it. The first link is told at once, another whenever one was used. @throws StoreError, and the errors of listening */
export const serveAudit = async ({ host, port, reviewer, link, ...options }: ServeOptions): Promise<Served> => {
  const desk = openDesk(options)
  const doors = makeDoors(reviewer)
  const name = host.includes(':') ? `[${host}]` : host
  const listening = await new Promise<{ readonly port: number; readonly close: () => Promise<void> }>((resolve, reject) => {
    let fetch: (request: Request) => Response | Promise<Response> = () => new Response('starting', { status: 503 })
    const server = serve({ fetch: (request) => fetch(request), hostname: host, port }, (info) => {
      const invited = (): void => link(`http://${name}:${info.port}/?token=${doors.invite()}`)
      fetch = createApp({ desk, doors, host, port: info.port, invited }).fetch as typeof fetch
      invited()
      resolve({
        port: info.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.on('error', reject)
  }).catch((error: unknown) => {
    desk.close()
    throw error
  })
  return {
    port: listening.port,
    close: async () => {
      await listening.close()
      desk.close()
    },
  }
}

/** An id for a verdict: never given before. */
export const newVerdictId = (): string => randomBytes(9).toString('base64url')
