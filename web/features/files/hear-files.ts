import { perSession } from '../../core/session/per-session.ts'

/**
 * Hears from the first moment on what others' pages say about files, and fetches the code that answers when it is needed:
 * whoever has reloaded the page is asked for files that it has no more, and says so.
 */
export const hearFiles = perSession((session) =>
  session.relay.listen('file', (message) => {
    import('./files-of-room.ts').then(({ filesOf }) => filesOf(session).handle(message)).catch(reportError)
  }),
)
