/** Runs in a page: which ways to run a script, or to make HTML of text, its policy lets through (H7). */
export function tryScripts(): Record<string, boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[src]')?.src
  if (own === undefined) throw new Error('the page has no script')
  const begin = (address: string) => new Worker(address, { type: 'module' }).terminate()
  const tries: Record<string, () => unknown> = {
    'own worker': () => begin(own),
    'own script': () => {
      document.createElement('script').src = own
    },
    'worker of elsewhere': () => begin('https://evil.example/assets/a.js'),
    'worker of text': () => begin(URL.createObjectURL(new Blob(['']))),
    'own file that is no asset': () => begin('/robots.txt'),
    'script of text': () => {
      document.createElement('script').text = '0'
    },
    'HTML of text': () => {
      document.createElement('p').innerHTML = '<b>'
    },
    'document of text': () => new DOMParser().parseFromString('<b>', 'text/html'),
  }
  const passes = (attempt: () => unknown): boolean => {
    try {
      attempt()
      return true
    } catch {
      return false
    }
  }
  return Object.fromEntries(Object.entries(tries).map(([what, attempt]) => [what, passes(attempt)]))
}

/** What a page of ours lets through. */
export const PASSED: Readonly<Record<string, boolean>> = {
  'own worker': true,
  'own script': true,
  'worker of elsewhere': false,
  'worker of text': false,
  'own file that is no asset': false,
  'script of text': false,
  'HTML of text': false,
  'document of text': false,
}
