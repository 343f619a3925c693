/**
 * Stands in for what mediasoup-client carries for browsers that are older than those we build for, for React Native, for its own
 * tests, and for data channels, which no call of ours has. Whoever comes with such a browser is told that it cannot.
 */
const leftOut = {
  createFactory(): never {
    throw new Error('this page is not made for that browser')
  },
}

export const Chrome74 = leftOut
export const ReactNative106 = leftOut
export const FakeHandler = leftOut
export const DataProducer = leftOut
export const DataConsumer = leftOut
