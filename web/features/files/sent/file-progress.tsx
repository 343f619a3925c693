import type { JSX } from 'preact'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { useDictionary } from '../../../ui/page-context.ts'
import type { FileDescription } from '../file-payload.ts'
import type { FileState } from '../transfer/fetched-files.ts'

interface FileProgressProps {
  readonly file: FileDescription
  readonly state: FileState
}

/** How much of a file has come. */
export function FileProgress({ file, state }: FileProgressProps): JSX.Element | null {
  const { language } = useDictionary()
  const { files } = useFurtherWords()
  if (state.at === 'queue') return <p class="quiet">{files.queued}</p>
  if (state.at !== 'coming') return null
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  return (
    <div class="file-progress">
      <progress max={file.size} value={state.received} aria-label={files.coming(file.name)} />
      <span class="quiet" aria-hidden="true">
        {percent.format(state.received / file.size)}
      </span>
    </div>
  )
}
