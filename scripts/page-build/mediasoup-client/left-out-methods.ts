/** Of one file of mediasoup-client, by their names. */
interface LeftOut {
  /** What a page could call, and none does: it throws. */
  readonly refused?: readonly string[]
  /** What only those call. */
  readonly gone?: readonly string[]
  /** What only those tell. */
  readonly unheard?: readonly string[]
}

const HANDLER: LeftOut = {
  refused: ['getDataChannelMaxMessageSize'],
  gone: [
    'sendDataChannel',
    'receiveDataChannel',
    'pauseSending',
    'resumeSending',
    'pauseReceiving',
    'resumeReceiving',
    'setMaxSpatialLayer',
    'setRtpEncodingParameters',
    'getSenderStats',
    'getReceiverStats',
  ],
}

/**
 * What no call of ours does: it has no data channels, closes what it no longer wants rather than pause it, has the nodes
 * choose layers, and reads the statistics of whole transports.
 */
const LEFT_OUT: Readonly<Record<string, LeftOut>> = {
  'Transport.js': {
    refused: ['produceData', 'consumeData', 'getDataChannelMaxMessageSize'],
    gone: ['handleDataProducer', 'handleDataConsumer', 'pausePendingConsumers', 'resumePendingConsumers'],
    unheard: ['@pause', '@resume', '@getstats', '@setmaxspatiallayer', '@setrtpencodingparameters'],
  },
  'Producer.js': {
    refused: ['pause', 'resume', 'getStats', 'setMaxSpatialLayer', 'setRtpEncodingParameters'],
  },
  'Consumer.js': { refused: ['pause', 'resume', 'getStats'] },
  'handlers/Chrome111.js': HANDLER,
  'handlers/Firefox120.js': HANDLER,
  'handlers/Safari12.js': HANDLER,
  'handlers/sdp/RemoteSdp.js': {
    gone: [
      'sendSctpAssociation',
      'receiveSctpAssociation',
      'pauseMediaSection',
      'resumeSendingMediaSection',
      'resumeReceivingMediaSection',
      'muxMediaSectionSimulcast',
    ],
  },
  'handlers/sdp/RemoteMediaSection.js': { gone: ['muxSimulcastStreams'] },
}

/** A method as TypeScript writes it: its first line, and its closing brace, are the only ones that far to the left. */
const method = (name: string): RegExp =>
  new RegExp(`^    (?:async )?${name}\\(.*\\{\\n[\\s\\S]*?^    \\}\\n`, 'gm')
const listener = (event: string): RegExp =>
  new RegExp(`^        \\w+\\.on\\('${event}',[\\s\\S]*?^        \\}\\);\\n`, 'gm')

/**
 * A file of mediasoup-client without the methods that no call of ours uses.
 *
 * @throws Error if it has none of that name: then mediasoup-client is another, and the list has to be looked at.
 */
export function withoutUnusedMethods(code: string, file: string): string {
  const { refused = [], gone = [], unheard = [] } = LEFT_OUT[file] ?? {}
  const changes: (readonly [RegExp, string])[] = [
    ...refused.map((name) => [method(name), `    ${name}() { throw new Error('left out') }\n`] as const),
    ...gone.map((name) => [method(name), ''] as const),
    ...unheard.map((event) => [listener(event), ''] as const),
  ]
  return changes.reduce((rest, [pattern, written]) => {
    const changed = rest.replace(pattern, written)
    if (changed === rest) throw new Error(`${file} has nothing that is written as ${pattern}`)
    return changed
  }, code)
}
