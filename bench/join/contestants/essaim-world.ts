import { Stage } from '../../../scripts/stage/stage.ts'
import type { World } from './world.ts'

/** Starts an edge on workerd with the built page, and a node with one worker, as `npm start` does. */
export async function startEssaim(): Promise<World> {
  const stage = await Stage.open()
  try {
    await stage.startNode()
  } catch (error) {
    await stage.close()
    throw error
  }
  return { port: Number(new URL(stage.url).port), close: () => stage.close() }
}
