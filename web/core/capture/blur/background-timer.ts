/** A worker that says "now" at the beat it is told, in milliseconds: a page in the background hears it all the same. */
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data === 'number') setInterval(() => postMessage(null), data)
})
