import { expect, test } from 'vitest'
import { allowOwnScripts } from '../../web/own-scripts.ts'

type Rules = { createScriptURL(address: string): string | null }

/** A browser with Trusted Types, on a page at that address. */
function browserAt(href: string) {
  const made: { name: string; rules: Rules }[] = []
  const trustedTypes = {
    get defaultPolicy() {
      return made[0] ?? null
    },
    createPolicy: (name: string, rules: Rules) => {
      made.push({ name, rules })
      return rules
    },
  }
  // Whatever else a location has, nobody asks.
  const location: Location = Object.create(null, { href: { value: href } })
  allowOwnScripts({ trustedTypes, location })
  allowOwnScripts({ trustedTypes, location })
  return made
}

test('H7 of all scripts, those of the build alone are passed, and neither HTML nor text', () => {
  const [policy, ...others] = browserAt('https://meet.example.org/salon?embed')
  expect(others).toEqual([])
  expect([policy?.name, Object.keys(policy?.rules ?? {})]).toEqual(['default', ['createScriptURL']])
  const passed = (address: string) => policy?.rules.createScriptURL(address)
  for (const own of ['/assets/a-1.js', 'https://meet.example.org/assets/b-2.js'])
    expect(passed(own)).toBe(own)
  for (const other of [
    'https://evil.example/assets/a-1.js',
    '//evil.example/assets/a-1.js',
    'https://meet.example.org:8443/assets/a-1.js',
    'http://meet.example.org/assets/a-1.js',
    '/assets/../source.tar.gz',
    '/assets/%2e%2e/source.tar.gz',
    '/api/stats',
    'salon',
    'data:text/javascript,alert(1)',
    'blob:https://meet.example.org/0',
    'javascript:alert(1)',
  ])
    expect(passed(other), other).toBeNull()
})

test('where a browser has no Trusted Types, nothing is amiss', () => {
  expect(() => allowOwnScripts({ location: Object.create(null) })).not.toThrow()
})
