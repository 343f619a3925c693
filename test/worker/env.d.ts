import type { Env } from '../../worker/env.ts'

declare global {
  namespace Cloudflare {
    interface Env extends EdgeEnv {}
    interface GlobalProps {
      mainModule: typeof import('../../worker/index.ts')
    }
  }
}
type EdgeEnv = Env
