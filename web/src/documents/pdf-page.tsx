import { memo, useEffect, useRef, useState } from 'react'
import type { TextItem } from './model/find-text.ts'
import type { Size } from './model/page-layout.ts'
import { markFound } from './page-marks.ts'
import { drawPage } from './pdf/draw-page.ts'
import { layText } from './pdf/lay-text.ts'
import type { OpenPdf, PDFPageProxy } from './pdf/open-pdf.ts'
import { type PageLink, readLinks } from './pdf/read-links.ts'
import styles from './pdf-page.module.css'
import type { Marked } from './use-find.ts'
import { words } from './words/en.ts'

interface Props {
  readonly pdf: OpenPdf
  /** From 1. */
  readonly number: number
  /** As it is shown. */
  readonly size: Size
  readonly marked: Marked
  /** Told of its own size, in points. */
  readonly onSize: (number: number, size: Size) => void
  readonly goTo: (page: number) => void
  /** Told where on the screen the match is that was gone to. */
  readonly onFound: (match: DOMRect) => void
}

/** Leafing past a page draws nothing of it. */
const PASSING_MS = 60

interface LaidText {
  readonly items: readonly TextItem[]
  readonly elements: readonly HTMLElement[]
}

/** One page: its picture, and over it its text and its links. */
export const PdfPage = memo(function PdfPage(props: Props) {
  const { pdf, number, size, marked, onSize, goTo, onFound } = props
  const picture = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState<PDFPageProxy>()
  const [laid, setLaid] = useState<LaidText>()
  const [links, setLinks] = useState<readonly PageLink[]>([])
  const [isBroken, setBroken] = useState(false)

  useEffect(() => {
    let isLeft = false
    const timer = setTimeout(async () => {
      try {
        const loaded = await pdf.page(number)
        if (isLeft) return
        const { width, height } = loaded.getViewport({ scale: 1 })
        onSize(number, { width, height })
        setPage(loaded)
      } catch (error) {
        console.warn('A page of the document cannot be read', error)
        if (!isLeft) setBroken(true)
      }
    }, PASSING_MS)
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  }, [pdf, number, onSize])

  useEffect(() => {
    if (!page || !picture.current) return
    const drawing = drawPage(page, picture.current, size)
    drawing.done.catch((error: unknown) => {
      console.warn('A page of the document cannot be drawn', error)
      setBroken(true)
    })
    return drawing.cancel
  }, [page, size])
  useEffect(() => () => void page?.cleanup(), [page])

  useEffect(() => {
    if (!page || !text.current) return
    let isLeft = false
    const laying = layText(page, text.current)
    Promise.all([laying.done, readLinks(page)]).then(
      ([done, read]) => {
        if (isLeft) return
        setLaid(done)
        setLinks(read)
      },
      (error: unknown) => !isLeft && console.warn('A page’s text cannot be read', error),
    )
    return () => {
      isLeft = true
      laying.cancel()
    }
  }, [page])

  const found = useRef(onFound)
  found.current = onFound
  useEffect(() => {
    if (!laid || marked.query === '') return
    const { current, clear } = markFound(number, laid.items, laid.elements, marked)
    if (current) found.current(current.getBoundingClientRect())
    return clear
  }, [laid, marked, number])

  const scale = page ? size.width / page.getViewport({ scale: 1 }).width : 1
  return (
    // biome-ignore lint/a11y/useSemanticElements: a page is no group of fields
    <div
      className={styles.page}
      role="group"
      aria-label={words.pageOf(number, pdf.pageCount)}
      data-page={number}
    >
      <div className={styles.picture} ref={picture} aria-hidden />
      <div className={styles.text} ref={text} style={{ '--total-scale-factor': scale }} />
      {links.map((link) => (
        <PlacedLink key={link.id} link={link} pdf={pdf} goTo={goTo} />
      ))}
      {isBroken && <p className={styles.said}>{words.pageBroken}</p>}
      {laid?.items.every(({ str }) => str.trim() === '') && (
        <p className={styles.unseen}>{words.pageWithoutText}</p>
      )}
    </div>
  )
})

function PlacedLink({
  link,
  pdf,
  goTo,
}: {
  readonly link: PageLink
  readonly pdf: OpenPdf
  readonly goTo: (page: number) => void
}) {
  const { left, top, width, height } = link.box
  const style = {
    insetInlineStart: `${left * 100}%`,
    top: `${top * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
  }
  if (link.href !== null)
    return (
      <a
        className={styles.link}
        style={style}
        href={link.href}
        target="_blank"
        rel="noopener noreferrer"
      >
        <span className="only-heard">{link.text || link.href}</span>
      </a>
    )
  return (
    <button
      type="button"
      className={styles.link}
      style={style}
      aria-label={link.text || words.linkWithin}
      onClick={() => void pdf.pageOf(link.destination).then((page) => page && goTo(page))}
    />
  )
}
