import { isAddress } from './is-address.ts'

/** An address without the user and password before its host: those are for its site alone, and neither kept nor told. */
export const withoutPassword = (address: string): string => address.replace(/^(\s*(?:[\w+.-]+:)?\/\/[/\\]*)[^/?#\\]*@/, '$1')

/** A path as it is told: one that is an address all the same, of a kind that is not fetched, without its password. */
export const toldPath = (path: string): string => (/^\s*[\w+.-]+:\/\//.test(path) ? withoutPassword(path) : path)

/** An address without the place in its page, which no server is asked for. */
export const withoutPart = (address: string): string => address.replace(/#.*/s, '')

/** An address as it is kept and told: without password, and without the place in its page. A path stays as it is. */
export const bareAddress = (path: string): string => (isAddress(path) ? withoutPassword(withoutPart(path)) : path)
