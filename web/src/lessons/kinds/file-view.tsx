import { Button, Skeleton } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { imageName } from '#contract/files/image-name'
import { siteAddress } from '#web/enrolments/course-queries.ts'
import { typeInWords } from '#web/files/type-in-words.ts'
import { partOf, usePart } from '#web/ui/moments/part.ts'
import styles from './file.module.css'
import type { ViewProps } from './kind.ts'
import { useReading } from './use-reading.ts'
import { words } from './words/en.ts'

const viewer = partOf(() => import('#web/documents/pdf-viewer.tsx'))

/** A PDF or a picture where it stands; any other file to download. */
export default function FileView(props: ViewProps<'file'>) {
  const { lesson } = props
  const { file } = lesson
  const Shown = file.type === 'pdf' ? Document : file.image ? Picture : Download
  return (
    <div className={styles.file}>
      <h1>
        <bdi>{lesson.title}</bdi>
      </h1>
      <Shown {...props} />
    </div>
  )
}

function Document(props: ViewProps<'file'>) {
  const { lesson, progress, reopen, end } = props
  const { url, name, bytes } = lesson.file
  const PdfViewer = usePart(viewer)
  const { startPage, askedPage, onShown, finish } = useReading(props)
  return (
    <>
      {PdfViewer ? (
        <PdfViewer
          title={lesson.title}
          file={{ url: siteAddress(url), name, bytes }}
          startPage={startPage}
          askedPage={askedPage}
          onShown={onShown}
          reopen={reopen}
        />
      ) : (
        <Skeleton className={styles.space} />
      )}
      {end(!progress?.completed && <Button onClick={finish}>{words.markDone}</Button>)}
    </>
  )
}

function Picture(props: ViewProps<'file'>) {
  const { lesson } = props
  const { url, image, name } = lesson.file
  const folder = url.slice(0, url.indexOf('v1/'))
  const from = (format: 'webp' | 'jpg') =>
    image?.widths
      .map((width) => `${siteAddress(folder + imageName(width, format))} ${width}w`)
      .join(', ')
  return (
    <>
      <picture>
        <source type="image/webp" srcSet={from('webp')} sizes="(min-width: 1100px) 1080px, 94vw" />
        <img
          className={styles.picture}
          src={siteAddress(url)}
          srcSet={from('jpg')}
          sizes="(min-width: 1100px) 1080px, 94vw"
          width={image?.width}
          height={image?.height}
          alt={lesson.title}
        />
      </picture>
      <p>
        <a href={siteAddress(url)} download={name}>
          {words.download(typeInWords(lesson.file))}
        </a>
      </p>
      <End {...props} />
    </>
  )
}

function Download(props: ViewProps<'file'>) {
  const { file } = props.lesson
  return (
    <>
      <div className={styles.card}>
        <span>
          <strong dir="auto">{file.name}</strong>
          <span className="quiet">{typeInWords(file)}</span>
        </span>
        <Button
          component="a"
          href={siteAddress(file.url)}
          download={file.name}
          leftSection={<IconDownload size={18} />}
        >
          {words.downloadFile}
        </Button>
      </div>
      <End {...props} />
    </>
  )
}

const OPENED = { positionSeconds: 0, durationSeconds: 0, watched: [], completed: false }

function End({ progress, record, end }: ViewProps<'file'>) {
  const opened = useRef(record)
  opened.current = record
  useEffect(() => {
    // So that "Continue" leads back here.
    void opened.current(OPENED)
  }, [])
  return end(
    !progress?.completed && (
      <Button variant="default" onClick={() => void record({ ...OPENED, completed: true })}>
        {words.markDone}
      </Button>
    ),
  )
}
