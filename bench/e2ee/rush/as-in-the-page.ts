import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { standInOf } from '../../../scripts/page-build/slim-ts-mls.ts'

/**
 * Has what is imported from now on leave out of ts-mls what the built page leaves out: half of what a change of a group would take is of
 * that.
 */
export function importAsThePageDoes(): void {
  registerHooks({
    resolve(source, context, next) {
      const standIn = standInOf(source, context.parentURL)
      return standIn === null ? next(source, context) : next(pathToFileURL(standIn).href, context)
    },
  })
}
