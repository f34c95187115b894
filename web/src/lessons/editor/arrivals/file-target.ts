import { readDropped } from '#web/uploads/intake/choose-files.ts'
import type { FileWithHandle } from '#web/uploads/upload.ts'
import type { Held } from './place-of-files.ts'

/** Takes files that are dropped onto an area, shows where they would go, and shows the area while some are held. */
export function takeFiles(
  area: HTMLElement,
  drop: (files: Promise<FileWithHandle[]>, held: Held) => void,
): () => void {
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
  let marked: HTMLElement | null = null
  const mark = (line: HTMLElement | null, how: string) => {
    if (marked !== line) marked?.removeAttribute('data-drop')
    marked = line
    marked?.setAttribute('data-drop', how)
  }
  const heldAt = ({ target, clientY }: DragEvent): Held & { line: HTMLElement } => {
    const line =
      target instanceof Element ? target.closest<HTMLElement>('[data-row], [data-end]') : null
    if (!line || !area.contains(line)) return { id: null, half: 'lower', line: area }
    const { top, height } = line.getBoundingClientRect()
    const half = clientY < top + height / 2 ? 'upper' : 'lower'
    return { id: line.dataset.row ?? line.dataset.end ?? null, half, line }
  }
  const end = () => {
    area.removeAttribute('data-files')
    mark(null, '')
  }
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return
    // The page as a whole takes videos: it leaves what is taken here.
    event.preventDefault()
    const { line, half } = heldAt(event)
    mark(line, line.dataset.kind === 'lesson' ? half : 'into')
  }
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event) || !event.dataTransfer) return
    event.preventDefault()
    const { id, half } = heldAt(event)
    end()
    drop(readDropped(event.dataTransfer.items), { id, half })
  }
  const listening = new AbortController()
  const { signal } = listening
  area.addEventListener('dragenter', over, { signal })
  area.addEventListener('dragover', over, { signal })
  area.addEventListener('dragleave', () => mark(null, ''), { signal })
  area.addEventListener('drop', onDrop, { signal })
  const enter = (event: DragEvent) => {
    if (hasFiles(event)) area.setAttribute('data-files', '')
  }
  addEventListener('dragenter', enter, { signal })
  addEventListener('drop', end, { signal })
  addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && end(), { signal })
  return () => {
    end()
    listening.abort()
  }
}
