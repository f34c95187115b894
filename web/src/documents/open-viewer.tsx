import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { FindBar } from './find-bar.tsx'
import { GAP, layOut, type Size } from './model/page-layout.ts'
import { fittingWidth, zoomed } from './model/zoom.ts'
import type { OpenPdf } from './pdf/open-pdf.ts'
import { PdfPage } from './pdf-page.tsx'
import { Toolbar } from './toolbar.tsx'
import { useDarkPages } from './use-dark-pages.ts'
import { useFind } from './use-find.ts'
import { usePageWindow } from './use-page-window.ts'
import styles from './viewer.module.css'
import { words } from './words/en.ts'

/** Pages from 1: the one that is read, and those around it that are seen. */
export interface ShownPages {
  readonly page: number
  readonly first: number
  readonly last: number
  readonly pageCount: number
}

interface Props {
  readonly pdf: OpenPdf
  readonly title: string
  readonly download: { readonly href: string; readonly name: string }
  readonly isWaiting: boolean
  readonly startPage: number
  /** Goes there whenever it changes. */
  readonly askedPage: number | undefined
  readonly onShown: (shown: ShownPages) => void
}

/** The pages of an open PDF below their tools. */
export function OpenViewer(props: Props) {
  const { pdf, title, download, isWaiting, startPage, askedPage, onShown } = props
  const scroller = useRef<HTMLDivElement>(null)
  const finder = useRef<HTMLInputElement>(null)
  const [room, setRoom] = useState(0)
  const [zoom, setZoom] = useState(1)
  const [sizes, setSizes] = useState<readonly (Size | undefined)[]>(() =>
    Array.from({ length: pdf.pageCount }),
  )
  const dark = useDarkPages()
  const [isFinding, setFinding] = useState(false)

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const watch = new ResizeObserver(() => setRoom(box.clientWidth))
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
  const layout = useMemo(
    () => (room > 0 ? layOut(sizes, fittingWidth(room - 2 * GAP) * zoom) : undefined),
    [sizes, room, zoom],
  )
  const { shown, goTo } = usePageWindow(scroller, layout, startPage)

  const onSize = useCallback(
    (number: number, size: Size) =>
      setSizes((before) => (before[number - 1] ? before : before.with(number - 1, size))),
    [],
  )
  const page = (shown?.page ?? startPage - 1) + 1
  const shownPage = useRef(page)
  shownPage.current = page
  const find = useFind(pdf, () => shownPage.current, goTo)
  const onFound = useCallback((match: DOMRect) => bringIntoSight(scroller.current, match), [])

  const told = useRef(onShown)
  told.current = onShown
  useEffect(() => {
    if (shown)
      told.current({
        page: shown.page + 1,
        first: shown.first + 1,
        last: shown.last + 1,
        pageCount: pdf.pageCount,
      })
  }, [shown, pdf])
  useEffect(() => {
    if (askedPage !== undefined && askedPage !== shownPage.current) goTo(askedPage)
  }, [askedPage, goTo])

  const zoomBy = (direction: 1 | -1) =>
    setZoom((before) => zoomed(before, direction, layout?.height ?? 0))
  // Sideways, the middle stays in sight.
  useEffect(() => {
    const box = scroller.current
    if (box && zoom > 0) box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2
  }, [zoom])

  const openFind = useCallback(() => {
    setFinding(true)
    requestAnimationFrame(() => finder.current?.select())
  }, [])
  useEffect(() => {
    // The browser’s own search finds what is drawn alone. Pressed in the field, it is the browser’s.
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return
      if (event.shiftKey || event.altKey || document.activeElement === finder.current) return
      event.preventDefault()
      openFind()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [openFind])
  const onPagesKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const box = scroller.current
    const isWider = box !== null && box.scrollWidth > box.clientWidth
    const does: Record<string, (() => void) | false> = {
      '+': () => zoomBy(1),
      '-': () => zoomBy(-1),
      '0': () => setZoom(1),
      ArrowRight: !isWider && (() => goTo(page + 1)),
      ArrowLeft: !isWider && (() => goTo(page - 1)),
    }
    const act = does[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  const widest = Math.max(0, ...(layout?.sizes ?? []).map(({ width }) => width))
  const drawn = layout && shown ? range(shown.drawnFrom, shown.drawnTo) : []
  return (
    <section className={styles.viewer} data-part="document" data-dark={dark.isOn || undefined}>
      <Toolbar
        page={page}
        pageCount={pdf.pageCount}
        goTo={goTo}
        zoom={zoom}
        zoomBy={zoomBy}
        openFind={openFind}
        dark={dark}
        download={download}
      />
      {isFinding && (
        <FindBar
          field={finder}
          find={find}
          pageCount={pdf.pageCount}
          close={() => {
            setFinding(false)
            find.setText('')
            scroller.current?.focus()
          }}
        />
      )}
      <p className={styles.said} role="status">
        {isWaiting && words.waiting}
      </p>
      <section
        className={styles.scroller}
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys
        tabIndex={0}
        aria-label={words.pagesOf(title)}
        onKeyDown={onPagesKey}
      >
        <div
          className={styles.pages}
          dir="ltr"
          style={{ height: layout?.height, width: widest + 2 * GAP }}
        >
          {drawn.map((at) => {
            const size = layout?.sizes[at]
            return (
              size && (
                <div
                  key={at}
                  className={styles.place}
                  style={{ top: layout.tops[at], width: size.width, height: size.height }}
                >
                  <PdfPage
                    pdf={pdf}
                    number={at + 1}
                    size={size}
                    marked={find.marked}
                    onSize={onSize}
                    goTo={goTo}
                    onFound={onFound}
                  />
                </div>
              )
            )
          })}
        </div>
      </section>
    </section>
  )
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** A third from the top, unless it is in sight. */
function bringIntoSight(box: HTMLElement | null, match: DOMRect) {
  if (!box) return
  const shown = box.getBoundingClientRect()
  const isSeen = match.top >= shown.top && match.bottom <= shown.bottom
  if (!isSeen) box.scrollTop += match.top - shown.top - shown.height / 3
  if (match.left < shown.left || match.right > shown.right)
    box.scrollLeft += match.left - shown.left - shown.width / 3
}
