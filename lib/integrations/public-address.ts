import { BlockList, isIP } from 'node:net';

/** Networks that are not the internet: of this machine, of private networks, of providers' own services, and those that stand for others. */
const NOT_PUBLIC: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
];

const blocked = new BlockList();
for (const [network, prefix, family] of NOT_PUBLIC) blocked.addSubnet(network, prefix, family);

/** Of IPv6 only 2000::/3 is the internet; of that not what holds an IPv4 address inside (6to4, Teredo) or is for examples. */
const internet6 = new BlockList();
internet6.addSubnet('2000::', 3, 'ipv6');
const not6 = new BlockList();
not6.addSubnet('2001::', 23, 'ipv6');
not6.addSubnet('2001:db8::', 32, 'ipv6');
not6.addSubnet('2002::', 16, 'ipv6');
not6.addSubnet('3fff::', 20, 'ipv6');

/** Whether an IP address is one of the internet. False for what is no address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, 'ipv4');
  return family === 6 && internet6.check(address, 'ipv6') && !not6.check(address, 'ipv6');
}

/** Whether an IP address is this machine's own, as programs on it know it. */
export function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}
