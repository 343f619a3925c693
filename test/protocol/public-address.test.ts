import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ipv4Bytes, ipv6Groups, unmapped } from '../../protocol/addresses/ip-address.ts'
import { isPublicAddress, ToldAddress } from '../../protocol/addresses/public-address.ts'

test.each([
  ['192.0.2.7', [192, 0, 2, 7]],
  ['255.255.255.255', [255, 255, 255, 255]],
  ['192.0.2.256', null],
  ['192.0.2.07', null],
  ['192.0.2', null],
  ['192.0.2.7.1', null],
  ['192.0.2.', null],
  ['::1', null],
  ['', null],
])('%j as an IPv4 address is %j', (address, bytes) => {
  expect(ipv4Bytes(address)).toEqual(bytes)
})

test.each([
  ['2001:DB8::7', [0x20_01, 0xd_b8, 0, 0, 0, 0, 0, 7]],
  ['::', [0, 0, 0, 0, 0, 0, 0, 0]],
  ['1:2:3:4:5:6:7:8', [1, 2, 3, 4, 5, 6, 7, 8]],
  ['1:2:3:4:5:6:7:8:9', null],
  ['1::2::3', null],
  ['fe80::1%eth0', null],
  ['::ffff:192.0.2.7', null],
  ['192.0.2.7', null],
])('%j as an IPv6 address is %j', (address, groups) => {
  expect(ipv6Groups(address)).toEqual(groups)
})

test.each([
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:192.0.2.7', '192.0.2.7'],
  ['2001:db8::7', '2001:db8::7'],
])('%j means %j', (address, meant) => {
  expect(unmapped(address)).toBe(meant)
})

test.each([
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.0',
  '192.167.255.255',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2000::1',
  '2001:200::1',
  '2001:4860:4860::8888',
  '2606:4700:4700::1111',
  '2a01:e0a::7',
  '3ffe::1',
])('N16 %s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ['this network', '0.1.2.3'],
  ['private', '10.0.0.1'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.5'],
  ["a provider's NAT", '100.64.0.1'],
  ["a provider's NAT", '100.127.255.255'],
  ['loopback', '127.0.0.1'],
  ['link-local', '169.254.1.1'],
  ['for protocols', '192.0.0.8'],
  ['for examples', '203.0.113.7'],
  ['for benchmarks', '198.19.0.1'],
  ['for groups', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['all', '255.255.255.255'],
  ['none', '::'],
  ['loopback', '::1'],
  ['IPv4 in IPv6', '::ffff:1.1.1.1'],
  ['IPv4 behind a NAT64', '64:ff9b::101:101'],
  ['unique local', 'fd00::2'],
  ['link-local', 'fe80::1'],
  ['for groups', 'ff02::1'],
  ['for examples', '2001:db8::7'],
  ['for examples', '3fff::1'],
  ['a Teredo tunnel', '2001::1'],
  ['a 6to4 tunnel', '2002:102:304::1'],
  ['no address', 'localhost'],
  ['no address', '1.1.1'],
  ['no address', ''],
])('N16 not public, but %s: %j', (_, address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test('N16 nobody can be told an address that is not public', () => {
  expect(v.is(ToldAddress, { address: '1.1.1.1' })).toBe(true)
  expect(v.is(ToldAddress, { address: null })).toBe(true)
  expect(v.is(ToldAddress, { address: '192.168.1.5' })).toBe(false)
  expect(v.is(ToldAddress, {})).toBe(false)
})
