import { hash } from 'node:crypto'

/** The SHA-256 of a text in hexadecimal digits, by Node: what it loads in the place of sha256.ts (`#sha256` in package.json, scripts/bundle.ts). */
export const sha256 = (beginning: string, end: string): string => hash('sha256', beginning + end)
