import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextItem } from '#web/documents/model/find-text.ts'
import type { PDFPageProxy } from './open-pdf.ts'

/** Lays a page's text over its picture, unseen: to be read aloud, chosen and found. */
export function layText(page: PDFPageProxy, into: HTMLElement) {
  let layer: TextLayer | undefined
  let isLeft = false
  const lay = async () => {
    const textContentSource = await page.getTextContent()
    const items: TextItem[] = textContentSource.items.flatMap((item) =>
      'str' in item ? [item] : [],
    )
    if (isLeft) return { items, elements: [] }
    into.replaceChildren()
    layer = new TextLayer({
      textContentSource,
      container: into,
      viewport: page.getViewport({ scale: 1 }),
    })
    await layer.render()
    return { items, elements: layer.textDivs }
  }
  return {
    done: lay(),
    cancel: () => {
      isLeft = true
      layer?.cancel()
    },
  }
}
