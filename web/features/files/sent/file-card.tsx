import { File, FileImage } from 'lucide'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { Icon } from '../../../ui/icon.tsx'
import { useDictionary } from '../../../ui/page-context.ts'
import type { FileDescription } from '../file-payload.ts'
import { fileSize } from '../file-size.ts'
import { type PictureKind, pictureKind } from './picture-kind.ts'

interface FileCardProps {
  readonly file: FileDescription
  /** The bytes of it that are here. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  /** What one may do with it. */
  readonly action?: JSX.Element | null
  /** How it stands. */
  readonly children?: ComponentChildren
}

/** A file that was sent: its name and size; and what is in it, where it is here and a picture. */
export function FileCard({ file, bytes, action = null, children }: FileCardProps): JSX.Element {
  const { language } = useDictionary()
  const kind = useMemo(() => (bytes === null ? null : pictureKind(bytes)), [bytes])
  const picture = bytes !== null && kind !== null
  return (
    <div class="file" data-file={file.name} data-here={bytes === null ? undefined : ''}>
      {picture && <Shown bytes={bytes} kind={kind} name={file.name} />}
      <div class="file-line">
        <Icon node={picture || file.type.startsWith('image/') ? FileImage : File} />
        <p class="file-text">
          <bdi class="file-name">{file.name}</bdi>
          <small>{fileSize(file.size, language)}</small>
        </p>
        {action}
      </div>
      {children}
    </div>
  )
}

interface ShownProps {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly kind: PictureKind
  readonly name: string
}

/** The picture itself; nothing where the browser finds that it is broken. */
function Shown({ bytes, kind, name }: ShownProps): JSX.Element | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    // The type is what the bytes say: under any other the browser might take them for a page.
    const made = URL.createObjectURL(new Blob([bytes], { type: kind.type }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, kind])
  if (url === null) return null
  return (
    <img
      class="file-picture"
      src={url}
      alt={name}
      width={kind.width}
      height={kind.height}
      onError={() => setUrl(null)}
    />
  )
}
