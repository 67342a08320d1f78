import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../src/postgres/connect.ts'
import { command, folder } from '../cli/command.ts'
import { makeAuthority, makeCertificate } from './certificates.ts'
import { noServer, type Server, startServer } from './server.ts'

const why = noServer()

const authority = makeAuthority('our authority')
const own = makeCertificate('our authority', authority, 'the server', 'localhost')
const elsewhere = makeCertificate('our authority', authority, 'another server', 'elsewhere.example')
const client = makeCertificate('our authority', authority, 'annalist_test', 'client')
const dir = folder({
  'ca.pem': authority.cert,
  'other-ca.pem': makeAuthority('their authority').cert,
  'me.pem': client.cert,
  'me.key': client.key,
})
const file = (name: string) => encodeURIComponent(join(dir, name))
const CA = `sslrootcert=${file('ca.pem')}`
const ME = `sslcert=${file('me.pem')}&sslkey=${file('me.key')}`

describe.skipIf(why !== null)('TLS', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer(
      { fsync: 'off' },
      {
        'postgresql.auto.conf': "ssl = on\nssl_cert_file = 'own.pem'\nssl_key_file = 'own.key'\nssl_ca_file = 'ca.pem'\n",
        'elsewhere.pem': elsewhere.cert,
        'elsewhere.key': elsewhere.key,
        'own.pem': own.cert,
        'own.key': own.key,
        'ca.pem': authority.cert,
        // The tests' own way in, and two databases that are open to TLS only: one to whoever has the password, one to whoever shows a certificate as well.
        'pg_hba.conf': [
          'host postgres all all scram-sha-256',
          'hostssl guarded all all scram-sha-256',
          'hostssl strict all all scram-sha-256 clientcert=verify-ca',
        ].join('\n'),
      },
    )
    await server.createDatabase('guarded')
    await server.createDatabase('strict')
  })
  afterAll(() => server?.stop())

  const address = (database: string, options: string) =>
    `${server.address(database).replace('127.0.0.1', 'localhost')}${options && `?${options}`}`

  test.each([
    ['with the authority named', 'guarded', `sslmode=verify-full&${CA}`],
    ['by a weaker mode, which is taken for the strictest', 'guarded', `sslmode=require&${CA}`],
    ['unchecked, where that is asked for', 'guarded', 'sslmode=no-verify'],
    ['with a certificate of one’s own', 'strict', `sslmode=verify-full&${CA}&${ME}`],
  ])('%s, it is spoken', async (_, database, options) => {
    const postgres = await connect(address(database, options), 1)
    try {
      expect(await postgres.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()')).toEqual([{ ssl: true }])
    } finally {
      await postgres.close()
    }
  })

  const refusal = async (database: string, options: string) => {
    const told = await command(['export', '--db', address(database, options)])
    expect(told).toMatchObject({ code: 1, out: '' })
    expect(told.err).not.toMatch(/pa55|sslkey|\n\s+at /)
    return told.err
  }
  test.each([
    ['an authority that is not known', 'guarded', 'sslmode=verify-full', 'not trusted', 'sslrootcert=ca.pem'],
    ['another authority', 'guarded', `sslmode=verify-full&sslrootcert=${file('other-ca.pem')}`, 'not trusted', 'sslrootcert'],
    ['another authority in a weaker mode', 'guarded', `sslmode=require&sslrootcert=${file('other-ca.pem')}`, 'not trusted', 'sslrootcert'],
    ['no TLS where it is asked for', 'guarded', '', 'lets nobody in', 'sslmode=verify-full'],
    ['no certificate of one’s own', 'strict', `sslmode=verify-full&${CA}`, 'lets nobody in', 'pg_hba.conf'],
    ['a file that is not there', 'guarded', 'sslmode=verify-full&sslrootcert=none.pem', 'none.pem', 'check the address'],
  ])('%s: refused, and told without the password', async (_, database, options, message, hint) => {
    const told = await refusal(database, options)
    expect(told).toContain(message)
    expect(told).toContain(hint)
  })

  test.each([
    ['a certificate of another host', ["ssl_cert_file = 'elsewhere.pem'", "ssl_key_file = 'elsewhere.key'"], 'another host'],
    ['a server without TLS', ['ssl = off'], 'speaks no TLS'],
  ])('%s: refused, and told without the password', async (_, settings, message) => {
    for (const setting of settings) await server.psql('postgres', `ALTER SYSTEM SET ${setting}`)
    await server.psql('postgres', 'SELECT pg_reload_conf()')
    await expect.poll(() => refusal('postgres', `sslmode=verify-full&${CA}`), { timeout: 20_000 }).toContain(message)
  })
})
