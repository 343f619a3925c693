// The floor's server, a process of its own as an edge and a node are. Tells its parent the port that it listens on.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { bareSite } from '../../common/bare-site.ts'
import { FloorPerson } from './person.ts'
import { FloorRoom } from './room.ts'

const room = await FloorRoom.open()
const server = createServer(await bareSite('The floor', new URL('./page.ts', import.meta.url)))
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
  new FloorPerson(room, socket).serve()
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.send?.({ address: server.address() })
// mediasoup listens to this signal, and with it the process would no longer end by itself.
process.once('SIGTERM', () => process.exit())
