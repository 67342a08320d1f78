import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A certificate and its key, in PEM. */
export type Certificate = { readonly cert: string; readonly key: string }

// DER (X.690), as much of it as a certificate (RFC 5280) takes.
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const text = (tag: number, value: string) => der(tag, Buffer.from(value))
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const bits = (value: Buffer) => der(0x03, Buffer.from([0]), value)

const COMMON_NAME = oid('550403')
const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'))
const nameOf = (name: string) => sequence(der(0x31, sequence(COMMON_NAME, text(0x0c, name))))
const extension = (id: string, value: Buffer) => sequence(oid(id), der(0x04, value))
/** May sign others; is for this host. */
const AUTHORITY = extension('551d13', sequence(der(0x01, Buffer.from([255]))))
const forHost = (host: string) => extension('551d11', sequence(text(0x82, host)))

const pem = (kind: string, value: Buffer): string =>
  `-----BEGIN ${kind}-----\n${(value.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${kind}-----\n`

const make = (subject: string, kind: Buffer, issuer: string, issuerKey: KeyObject | null): Certificate => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([subject.length])),
    ECDSA_SHA256,
    nameOf(issuer),
    sequence(text(0x17, '200101000000Z'), text(0x17, '491231235959Z')),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(kind)),
  )
  const signature = sign('sha256', body, issuerKey ?? privateKey)
  return {
    cert: pem('CERTIFICATE', sequence(body, ECDSA_SHA256, bits(signature))),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}

/** An authority that signs certificates of its own. */
export const makeAuthority = (name: string): Certificate => make(name, AUTHORITY, name, null)

/** A certificate that an authority signed, for a host or for a client. */
export const makeCertificate = (authority: string, { key }: Certificate, name: string, host: string): Certificate =>
  make(name, forHost(host), authority, createPrivateKey(key))
