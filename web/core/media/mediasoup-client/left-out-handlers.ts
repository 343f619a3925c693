/**
 * Stands in for what mediasoup-client carries for browsers that are older than those we build for, for React Native, and for
 * its own tests: 60 kB of script that no call of ours runs. Whoever comes with such a browser is told that it cannot.
 */
const leftOut = {
  createFactory(): never {
    throw new Error('this page is not made for that browser')
  },
}

export const Chrome74 = leftOut
export const ReactNative106 = leftOut
export const FakeHandler = leftOut
