import { useEffect, useRef, useState } from 'react'
import type { FileWithHandle } from '#web/uploads/upload.ts'
import { readDropped } from './choose-files.ts'

/** Takes files dropped anywhere on the page; tells whether some are held over it. */
export function useFileDrop(onFiles: (files: FileWithHandle[]) => void): boolean {
  const [over, setOver] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      // A part of the page shows itself where it takes them.
      setOver(!event.defaultPrevented)
      event.preventDefault()
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return
      setOver(false)
      // A part of the page has taken them for itself.
      if (event.defaultPrevented) return
      event.preventDefault()
      readDropped(event.dataTransfer.items).then(
        (files) => take.current(files),
        (error: unknown) => console.warn('The dropped files could not be read', error),
      )
    }
    addEventListener('dragenter', enter)
    addEventListener('dragover', enter)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragover', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return over
}
