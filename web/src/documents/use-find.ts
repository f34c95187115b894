import { useEffect, useMemo, useRef, useState } from 'react'
import { countIn, folded, foldedPage, type TextItem } from './model/find-text.ts'
import type { OpenPdf, PDFPageProxy } from './pdf/open-pdf.ts'

/** A match, and the page, from 1, on which it is the so-manieth, from 0. */
export interface Found {
  readonly page: number
  readonly nth: number
}

/** What pages mark: every match of a folded query, and the one that was gone to. */
export interface Marked {
  readonly query: string
  readonly now: Found | null
  /** Grows with each step, so that the same match is shown again. */
  readonly step: number
}

/** Typing goes on for so long before the next page is read. */
const TYPING_MS = 250
const TELL_EVERY_MS = 150

interface Counted {
  readonly query: string
  /** Of those pages that have any. */
  readonly counts: ReadonlyMap<number, number>
  readonly searched: number
  /** Whether any of the pages that were searched has text. */
  readonly hasText: boolean
}

const NOTHING: Counted = { query: '', counts: new Map(), searched: 0, hasText: false }

/** Finds a text on all pages, from the one that is shown on and round; each page's text is fetched once. */
export function useFind(pdf: OpenPdf, shownPage: () => number, goTo: (page: number) => void) {
  const [text, setText] = useState('')
  const [counted, setCounted] = useState(NOTHING)
  const [at, setAt] = useState<{ readonly now: Found; readonly step: number }>()
  const texts = useRef(new Map<number, string>())
  const latest = useRef({ shownPage, goTo })
  latest.current = { shownPage, goTo }
  const query = useMemo(() => folded(text), [text])

  useEffect(() => {
    setAt(undefined)
    setCounted({ ...NOTHING, query })
    if (query === '') return
    const left = new AbortController()
    const timer = setTimeout(() => {
      void countAll(pdf, { query, texts: texts.current, signal: left.signal }, setCounted, () =>
        latest.current.shownPage(),
      )
    }, TYPING_MS)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [pdf, query])

  const matches = useMemo(
    () =>
      [...counted.counts]
        .sort(([one], [other]) => one - other)
        .flatMap(([page, count]) => Array.from({ length: count }, (_, nth) => ({ page, nth }))),
    [counted.counts],
  )
  const show = (now: Found) => {
    setAt((before) => ({ now, step: (before?.step ?? 0) + 1 }))
    latest.current.goTo(now.page)
  }
  const showLatest = useRef(show)
  showLatest.current = show
  // The first that is found is shown at once: it is the nearest.
  const [nearest] = counted.counts.keys()
  const isNew = at === undefined && nearest !== undefined && counted.query === query
  useEffect(() => {
    if (isNew) showLatest.current({ page: nearest, nth: 0 })
  }, [isNew, nearest])

  const place = at
    ? matches.findIndex(({ page, nth }) => page === at.now.page && nth === at.now.nth)
    : -1
  const marked = useMemo<Marked>(
    () => ({ query, now: at?.now ?? null, step: at?.step ?? 0 }),
    [query, at],
  )
  return {
    text,
    setText,
    marked,
    searched: counted.searched,
    hasText: counted.hasText,
    count: matches.length,
    /** From 1; 0 while none is shown. */
    place: place + 1,
    page: at?.now.page,
    step: (direction: 1 | -1) => {
      const next = matches.at((place + direction) % matches.length)
      if (next) show(next)
    },
  }
}

export type Find = ReturnType<typeof useFind>

async function countAll(
  pdf: OpenPdf,
  { query, texts, signal }: { query: string; texts: Map<number, string>; signal: AbortSignal },
  tell: (counted: Counted) => void,
  shownPage: () => number,
): Promise<void> {
  const counts = new Map<number, number>()
  const first = shownPage()
  let hasText = false
  let told = performance.now()
  for (let searched = 0; searched < pdf.pageCount; searched++) {
    const number = ((first - 1 + searched) % pdf.pageCount) + 1
    const text = texts.get(number) ?? (await textOf(pdf, number))
    if (signal.aborted) return
    texts.set(number, text)
    hasText ||= text !== ''
    const count = countIn(text, query)
    if (count > 0) counts.set(number, count)
    const isLast = searched === pdf.pageCount - 1
    const now = performance.now()
    if (!isLast && counts.size !== 1 && now - told < TELL_EVERY_MS) continue
    told = now
    tell({ query, counts: new Map(counts), searched: searched + 1, hasText })
    // What is drawn and typed meanwhile comes first.
    await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted) return
  }
}

/** Of a page that cannot be read, nothing. */
async function textOf(pdf: OpenPdf, number: number): Promise<string> {
  try {
    const page = await pdf.page(number)
    const text = foldedPage(await itemsOf(page))
    page.cleanup()
    return text
  } catch {
    return ''
  }
}

export async function itemsOf(page: PDFPageProxy): Promise<TextItem[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => ('str' in item ? [item] : []))
}
