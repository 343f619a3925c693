import { Paperclip, X } from 'lucide'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from '../../../ui/icon.tsx'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { useDictionary } from '../../../ui/page-context.ts'
import { ATTACHED_MAX_FILES, FILE_MAX_BYTES } from '../file-limits.ts'
import { fileSize } from '../file-size.ts'
import type { Attachments } from './attachments.ts'

interface AttachingProps {
  readonly attachments: Attachments
  /** Gives the focus to where one writes. */
  readonly onDone: () => void
}

/** Lets one choose files to attach. */
export function AttachButton({ attachments, onDone }: AttachingProps): JSX.Element {
  const { files } = useFurtherWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="button square"
        data-action="attach"
        aria-label={files.attach}
        title={files.attach}
        onClick={() => input.current?.click()}
      >
        <Icon node={Paperclip} />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          attachments.add([...(currentTarget.files ?? [])], files.nameless)
          // The same file may be chosen again.
          currentTarget.value = ''
          onDone()
        }}
      />
    </>
  )
}

/** What is attached, and what was not and why. */
export function AttachedList({ attachments, onDone }: AttachingProps): JSX.Element {
  const { language } = useDictionary()
  const { files } = useFurtherWords()
  const list = attachments.list.value
  const unfit = attachments.unfit.value
  const explain = (): string => {
    if (unfit?.why === 'too-large') return files.tooLarge(unfit.name, fileSize(FILE_MAX_BYTES, language))
    if (unfit?.why === 'empty') return files.empty(unfit.name)
    return unfit ? files.tooMany(ATTACHED_MAX_FILES) : ''
  }
  return (
    <>
      {list.length > 0 && (
        <ul class="attached" aria-label={files.attached}>
          {list.map((attached) => (
            <li key={attached.key} data-attached={attached.name}>
              <span class="file-text">
                <bdi class="file-name">{attached.name}</bdi>
                <small>{fileSize(attached.blob.size, language)}</small>
              </span>
              <button
                type="button"
                class="button square bare"
                aria-label={files.remove(attached.name)}
                title={files.remove(attached.name)}
                onClick={() => {
                  attachments.remove(attached)
                  onDone()
                }}
              >
                <Icon node={X} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="field-problem" role="status" data-unfit={unfit?.why}>
        {explain()}
      </p>
    </>
  )
}
