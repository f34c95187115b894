import type { Size } from '#web/documents/model/page-layout.ts'
import { pixelsPer } from '#web/documents/model/zoom.ts'
import type { PDFPageProxy } from './open-pdf.ts'

/** While it is zoomed, each step stretches the picture that is there; so long the last one is waited for. */
const ZOOMING_MS = 120

/** Draws a page into a place. The picture that is there stays until the new one is whole. */
export function drawPage(page: PDFPageProxy, into: HTMLElement, size: Size) {
  let task: ReturnType<PDFPageProxy['render']> | undefined
  let isLeft = false
  const timer = new AbortController()
  const draw = async () => {
    if (into.childElementCount > 0) await pause(ZOOMING_MS, timer.signal)
    if (isLeft) return
    const own = page.getViewport({ scale: 1 })
    const scale = (size.width / own.width) * pixelsPer(size, devicePixelRatio)
    const viewport = page.getViewport({ scale })
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.floor(viewport.width))
    canvas.height = Math.max(1, Math.floor(viewport.height))
    task = page.render({ canvas, viewport })
    await task.promise
    if (!isLeft) into.replaceChildren(canvas)
  }
  return {
    done: draw().catch((error: unknown) => {
      if (!isLeft) throw error
    }),
    cancel: () => {
      isLeft = true
      timer.abort()
      task?.cancel()
    },
  }
}

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
