import { Button, Skeleton } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { bytesInWords } from '#web/ui/words.ts'
import { OpenViewer, type ShownPages } from './open-viewer.tsx'
import { type OpenPdf, openPdf, PdfError, type PdfProblem } from './pdf/open-pdf.ts'
import styles from './viewer.module.css'
import { words } from './words/en.ts'

export interface PdfFile {
  /** Below the web origin. */
  readonly url: string
  readonly name: string
  readonly bytes: number
}

interface Props {
  readonly title: string
  readonly file: PdfFile
  /** From 1. */
  readonly startPage: number
  readonly askedPage: number | undefined
  readonly onShown: (shown: ShownPages) => void
  /** Opens the course again, whose cookies have ended. */
  readonly reopen: () => Promise<unknown>
}

type Opened = { readonly pdf: OpenPdf } | { readonly problem: PdfProblem }

/** A PDF where it stands: by page, with search and zoom. What cannot be shown says why, and is there to download. */
export default function PdfViewer({ title, file, reopen, ...rest }: Props) {
  const { url, name, bytes } = file
  const [opened, setOpened] = useState<Opened>()
  const [isWaiting, setWaiting] = useState(false)
  const [tries, setTries] = useState(0)
  const reopened = useRef(reopen)
  reopened.current = reopen
  // biome-ignore lint/correctness/useExhaustiveDependencies(tries): another try is the same once more
  useEffect(() => {
    let isLeft = false
    setOpened(undefined)
    const opening = openPdf(
      { url, bytes },
      {
        reopen: () => reopened.current(),
        onWaiting: (waits) => !isLeft && setWaiting(waits),
        onGone: () => !isLeft && setOpened({ problem: 'gone' }),
      },
    )
    opening.then(
      (pdf) => !isLeft && setOpened({ pdf }),
      (error: unknown) => {
        if (isLeft) return
        console.warn('The document cannot be shown', error)
        setOpened({ problem: error instanceof PdfError ? error.problem : 'broken' })
      },
    )
    return () => {
      isLeft = true
      opening.then(
        (pdf) => pdf.close(),
        () => undefined,
      )
    }
  }, [url, bytes, tries])

  const download = { href: url, name }
  if (!opened)
    return (
      <div className={styles.viewer}>
        <p className={styles.said} role="status">
          {isWaiting && words.waiting}
        </p>
        <Skeleton className={styles.opening} />
      </div>
    )
  if ('problem' in opened)
    return (
      <div className={styles.problem} role="alert" data-part="document-problem">
        <p>{words.problems[opened.problem]}</p>
        {opened.problem === 'gone' ? (
          <Button onClick={() => setTries((before) => before + 1)}>{words.tryAgain}</Button>
        ) : (
          <Button
            component="a"
            href={url}
            download={name}
            leftSection={<IconDownload size={18} />}
            variant="default"
          >
            {words.downloadIt(bytesInWords(bytes))}
          </Button>
        )}
      </div>
    )
  return (
    <>
      {opened.pdf.isForeignForm && <p role="note">{words.foreignForm}</p>}
      <OpenViewer
        {...rest}
        pdf={opened.pdf}
        title={title}
        download={download}
        isWaiting={isWaiting}
      />
    </>
  )
}
