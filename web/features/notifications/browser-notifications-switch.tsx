import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useSettings } from '../../ui/page-context.ts'
import { Switch } from '../../ui/switches/switch.tsx'
import { askPermission, type Permission } from './browser-notifications.ts'

/** Notifications of the browser: its permission is asked for by this press, and by nothing else. */
export function BrowserNotificationsSwitch(): JSX.Element {
  const { notifications: words } = useFurtherWords()
  const settings = useSettings()
  const answer = useSignal<Permission | null>(null)
  const change = async (on: boolean): Promise<void> => {
    const permission = on ? await askPermission() : null
    answer.value = permission
    settings.change({ notifies: permission === 'granted' })
  }
  const problem = answer.value === null || answer.value === 'granted' ? null : answer.value
  return (
    <>
      <Switch
        action="notifies"
        label={words.notifies}
        hint={words.notifiesHint}
        on={settings.value.value.notifies}
        onChange={(on) => change(on).catch(reportError)}
      />
      <p class="field-problem" role="status" data-notifications={problem ?? undefined}>
        {problem !== null && words.problems[problem]}
      </p>
    </>
  )
}
