import { expect, test } from 'vitest'
import { browserCommand } from '../../scripts/serve/open-browser.ts'

test.each([
  { platform: 'linux', env: {}, command: undefined },
  { platform: 'linux', env: { DISPLAY: ':0' }, command: ['xdg-open'] },
  { platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, command: ['xdg-open'] },
  { platform: 'linux', env: { DISPLAY: ':0', CI: 'true' }, command: undefined },
  { platform: 'darwin', env: {}, command: ['open'] },
  { platform: 'darwin', env: { CI: '1' }, command: undefined },
] as const)('on $platform with $env the browser is opened by $command', ({ platform, env, command }) => {
  expect(browserCommand(platform, env)).toEqual(command)
})
