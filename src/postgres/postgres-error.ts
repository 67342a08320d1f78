import { StoreError, type StoreFault } from '../store/index.ts'
import { toldAddress } from './address.ts'

type Known = { readonly code: RegExp; readonly fault: StoreFault; readonly message: string; readonly hint: string }

const KNOWN: readonly Known[] = [
  {
    code: /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|08\w{3})$/,
    fault: 'busy',
    message: "can't be reached",
    hint: 'check that the server runs and that host and port are right',
  },
  { code: /^57P0/, fault: 'busy', message: 'is shutting down or starting', hint: 'wait until the server is up again' },
  { code: /^ENOTFOUND$/, fault: 'failed', message: "can't be found", hint: 'check the name of the host' },
  {
    code: /^28/,
    fault: 'readonly',
    message: 'lets nobody in with this name and password',
    hint: 'check user, password and pg_hba.conf; the password may also come from PGPASSWORD or ~/.pgpass; a server that asks for TLS wants ?sslmode=verify-full',
  },
  {
    code: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    fault: 'failed',
    message: 'shows the certificate of another host',
    hint: 'write the host as the certificate names it',
  },
  {
    code: /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/,
    fault: 'failed',
    message: 'shows a certificate that is not trusted',
    hint: 'name the authority that signed it: ?sslmode=verify-full&sslrootcert=ca.pem',
  },
  { code: /^3D000$/, fault: 'missing', message: 'is not there', hint: 'make it first: createdb NAME' },
  {
    code: /^42501$/,
    fault: 'readonly',
    message: 'does not allow this to the role',
    hint: 'docs/scale.md tells which role may do what; `annalist queue init` is for the owner',
  },
  {
    code: /^53100$/,
    fault: 'full',
    message: 'has no room to grow: the disk of the server is full',
    hint: 'free some space there and go on',
  },
  { code: /^53300$/, fault: 'busy', message: 'takes no more connections', hint: 'raise max_connections, or start fewer workers' },
  { code: /^(40001|40P01|55P03)$/, fault: 'busy', message: 'is in use by others', hint: 'try again' },
]

// What the driver says without a code: of a server without TLS, and when a connection breaks.
const UNENCRYPTED = /does not support SSL/
const BROKEN = /Connection terminated|not queryable|timeout exceeded when trying to connect/

/** Whether it is worth trying again: the server is away, starting, or busy with others. */
export const isPassing = (error: unknown): boolean => error instanceof StoreError && error.fault === 'busy'

/** An error of PostgreSQL or of the way to it as ours, without anything of the address that is secret; ours as they are. */
export const postgresError = (address: string, error: unknown): unknown => {
  if (error instanceof AggregateError && error.errors.length > 0) return postgresError(address, error.errors[0])
  if (!(error instanceof Error) || error instanceof StoreError) return error
  const told = toldAddress(address)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = KNOWN.find((k) => k.code.test(code))
  if (known) return new StoreError(known.fault, `${told} ${known.message} (${code})`, known.hint)
  if (BROKEN.test(error.message)) return new StoreError('busy', `${told} broke the connection`, 'check that the server runs, and its log')
  if (UNENCRYPTED.test(error.message))
    return new StoreError('failed', `${told} speaks no TLS`, 'turn it on there (ssl = on in postgresql.conf), or leave sslmode away')
  const message = withoutSecrets(address, error.message)
  return new StoreError('failed', `${told}: ${message}${code && ` (${code})`}`, 'check the address, and the log of the server')
}

const withoutSecrets = (address: string, message: string): string => {
  const secrets = [address]
  try {
    const { password, search } = new URL(address)
    secrets.push(password, decodeURIComponent(password), search)
  } catch {
    // Not even an address: nothing in it is told.
  }
  return secrets.filter((s) => s !== '').reduce((text, secret) => text.replaceAll(secret, '…'), message)
}
