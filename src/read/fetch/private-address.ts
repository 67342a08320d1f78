import { BlockList, isIP } from 'node:net'

// Networks that are no one's on the public internet (IANA's special-purpose registries, RFC 6890).
const NETWORKS: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const NETWORKS_6: readonly (readonly [string, number])[] = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
]

const list = new BlockList()
for (const [network, prefix] of NETWORKS) list.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of NETWORKS_6) list.addSubnet(network, prefix, 'ipv6')

/** Whether an IP address is of this machine, a private network or no network at all, so that a page on the internet must not lead there. */
export const isPrivateAddress = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return isPrivateAddress(mapped)
  // IPv4 in hexadecimal inside IPv6 is refused whatever it is: nobody's page needs it.
  if (/^::ffff:/i.test(address)) return true
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
