import { useLayoutEffect, useMemo } from 'preact/hooks'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import { useSettings } from '../../ui/page-context.ts'
import { PushToTalk } from './push-to-talk.ts'
import { useTalkKey } from './use-talk-key.ts'

/** Push-to-talk for as long as the view is shown. While it is the person's wish, the microphone starts off. */
export function usePushToTalk(localMedia: LocalMedia, forbidden: string | undefined): PushToTalk {
  const { pushToTalk: wished } = useSettings().value.value
  const pushToTalk = useMemo(() => new PushToTalk(localMedia), [localMedia])
  useLayoutEffect(() => {
    if (wished) localMedia.setMicrophone(false).catch(reportError)
  }, [wished, localMedia])
  useLayoutEffect(() => () => pushToTalk.stop(), [pushToTalk])
  useTalkKey(pushToTalk, forbidden)
  return pushToTalk
}
