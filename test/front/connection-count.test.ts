import { expect, test } from 'vitest'
import { ConnectionCount } from '../../scripts/front/connection-count.ts'

const few = { connectionsPerNetwork: 2, connectionsPerSite: 3 }

test('an address has so many connections, and as many again when they end; others have theirs', () => {
  const count = new ConnectionCount(few)
  const first = count.admit('192.0.2.7')
  expect(count.admit('::ffff:192.0.2.7')).not.toBeNull()
  expect(count.admit('192.0.2.7')).toBeNull()
  expect(count.admit('192.0.2.8')).not.toBeNull()
  first?.()
  first?.()
  expect(count.admit('192.0.2.7')).not.toBeNull()
  expect(count.admit('192.0.2.7')).toBeNull()
})

test('an IPv6 network counts as one, and so does the site that it is of', () => {
  const count = new ConnectionCount(few)
  expect(count.admit('2001:db8:1:1::1')).not.toBeNull()
  expect(count.admit('2001:db8:1:1::2')).not.toBeNull()
  expect(count.admit('2001:db8:1:1::3')).toBeNull()
  expect(count.admit('2001:db8:1:2::1')).not.toBeNull()
  expect(count.admit('2001:db8:1:3::1')).toBeNull()
  expect(count.admit('2001:db8:2:1::1')).not.toBeNull()
})

test('those of whom nobody says an address share one', () => {
  const count = new ConnectionCount(few)
  expect([count.admit(''), count.admit('')]).not.toContain(null)
  expect(count.admit('')).toBeNull()
})
