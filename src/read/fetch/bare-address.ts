import { isAddress } from './is-address.ts'

/** An address without the user and password before its host: those are for its site alone, and neither kept nor told. */
export const withoutPassword = (address: string): string => address.replace(/^((?:[\w+.-]+:)?\/\/[/\\]*)[^/?#\\]*@/, '$1')

/** An address without the place in its page, which no server is asked for. */
export const withoutPart = (address: string): string => address.replace(/#.*/s, '')

/** An address as it is kept and told: without password, and without the place in its page. A path stays as it is. */
export const bareAddress = (path: string): string => (isAddress(path) ? withoutPassword(withoutPart(path)) : path)
