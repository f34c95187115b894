import { type DragEvent, useState } from 'react'

/**
 * What makes an element take one file that is dropped on it, and show that it would. Where it takes none, nothing comes of
 * the drop: the browser would open the file in place of the page.
 */
export function useDropPlace(take: ((file: File) => void) | null) {
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent, is: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return
    // The page as a whole takes videos: it leaves what is taken here.
    event.preventDefault()
    if (!take) event.dataTransfer.dropEffect = 'none'
    setOver(is && take !== null)
  }
  return {
    'data-over': isOver || undefined,
    onDragOver: (event: DragEvent) => over(event, true),
    onDragLeave: (event: DragEvent) => over(event, false),
    onDrop: (event: DragEvent) => {
      over(event, false)
      const [file] = event.dataTransfer.files
      if (file) take?.(file)
    },
  }
}
