import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is one of the public Internet: not of this machine, a private network, a cloud's metadata
 * service or any other reserved range, also when it is written as an IPv4 address inside IPv6. What is no address is not.
 */
export function isPublicAddress(address: string): boolean {
  // "fe80::1%eth0": the zone is no part of the address.
  const bare = address.replace(/%.*$/, '')
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'unicast'
}
