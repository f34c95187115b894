import type { PDFPageProxy } from './open-pdf.ts'
import { safeLink } from './safe-link.ts'

export interface PageLink {
  readonly id: string
  /** Shares of the page's width and height. */
  readonly box: { left: number; top: number; width: number; height: number }
  /** On the web; null of one that leads within the document. */
  readonly href: string | null
  readonly destination: unknown
  /** What the document says of it. */
  readonly text: string
}

/** More than a page of references has. */
const MOST_LINKS = 500

/** A page's links, as far as they lead to the web or within the document. */
export async function readLinks(page: PDFPageProxy): Promise<PageLink[]> {
  const viewport = page.getViewport({ scale: 1 })
  const annotations: Record<string, unknown>[] = await page.getAnnotations({ intent: 'display' })
  const links: PageLink[] = []
  for (const annotation of annotations) {
    if (links.length === MOST_LINKS) break
    const { subtype, rect, url, dest, id, overlaidText } = annotation
    if (subtype !== 'Link' || !isRectangle(rect)) continue
    const href = safeLink(url)
    if (href === null && (dest === null || dest === undefined)) continue
    const corners = [
      viewport.convertToViewportPoint(rect[0], rect[1]),
      viewport.convertToViewportPoint(rect[2], rect[3]),
    ]
    const xs = corners.map(([x]) => Number(x) / viewport.width)
    const ys = corners.map(([, y]) => Number(y) / viewport.height)
    const [left, top] = [Math.min(...xs), Math.min(...ys)]
    const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
    if (!(left >= 0 && top >= 0 && left + width <= 1 && top + height <= 1)) continue
    links.push({
      id: String(id),
      box: { left, top, width, height },
      href,
      destination: dest,
      text: typeof overlaidText === 'string' ? overlaidText : '',
    })
  }
  return links
}

const isRectangle = (rect: unknown): rect is [number, number, number, number] =>
  Array.isArray(rect) && rect.length === 4 && rect.every((one) => Number.isFinite(one))
