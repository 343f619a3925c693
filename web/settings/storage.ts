/** The part of `Storage` that is used (HTML §12.2.1). */
export type PageStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * What one access to storage gives; `otherwise` where the browser forbids it (private windows, embedding, a full disk): a page
 * without memory is a page that works. Even reading `window.localStorage` may throw: it belongs into `access`.
 */
export function tryStorage<Result, Otherwise>(
  access: () => Result,
  otherwise: Otherwise,
): Result | Otherwise {
  try {
    return access()
  } catch (error) {
    if (error instanceof DOMException) return otherwise
    throw error
  }
}
