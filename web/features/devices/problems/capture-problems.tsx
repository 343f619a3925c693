import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { CaptureState } from '../../../core/capture/local-media.ts'
import { lazilyWorded } from '../../../ui/lazily-worded.tsx'
import type { CaptureProblemsProps } from './capture-problem.tsx'

const Problems = lazilyWorded(async () => (await import('./capture-problem.tsx')).CaptureProblems)

const isTroubled = ({ problem, changeProblem, standIn, treating }: CaptureState): boolean =>
  problem !== null || changeProblem !== null || standIn !== null || treating

/** Why the microphone or the camera does not work, and what to do: fetched with the first trouble, for most have none. */
export function CaptureProblems(props: CaptureProblemsProps): JSX.Element | null {
  const { microphone, camera } = props.localMedia
  const had = useRef(false)
  // It stays once it was there: it knows what was put away.
  had.current = [microphone.value, camera.value].some(isTroubled) || had.current
  return had.current ? <Problems {...props} /> : null
}
