import { Button, Progress } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CourseId } from '#contract/ids'
import type { AssetCard } from '#contract/models/asset'
import { bytesInWords, durationInWords } from '../layout/words.ts'
import { inProgress, stateInWords } from './asset-words.ts'
import { addUploads, cancelUpload, retryUpload, type Upload, useUploads } from './uploads.ts'

export function UploadsPanel({
  courseId,
  assets,
}: {
  courseId: CourseId
  assets: readonly AssetCard[]
}) {
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const uploads = useUploads().filter((one) => one.courseId === courseId)
  const sent = uploads.filter((one) => one.state === 'sent').length
  const queries = useQueryClient()
  useEffect(() => {
    if (sent > 0) void queries.invalidateQueries({ queryKey: ['assets', courseId] })
  }, [sent, queries, courseId])
  return (
    <section
      aria-label="Videos"
      className={over ? 'panel drop-over' : 'panel'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        addUploads(courseId, [...event.dataTransfer.files])
      }}
    >
      <div className="title-row">
        <h2>Videos</h2>
        <Button variant="default" onClick={() => picker.current?.click()}>
          Upload videos
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept="video/*,.mkv,.mov,.mxf,.ts"
          aria-label="Choose videos"
          onChange={(event) => {
            addUploads(courseId, [...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </div>
      <p className="quiet">
        Choose several at once, or drop them here. You can go on working while they are sent.
      </p>
      <ul className="rows">
        {uploads
          .filter((one) => one.state !== 'sent')
          .map((one) => (
            <UploadRow key={one.id} upload={one} />
          ))}
        {assets.map((asset) => (
          <AssetRow key={asset.id} asset={asset} />
        ))}
      </ul>
    </section>
  )
}

function UploadRow({ upload }: { upload: Upload }) {
  const { id, file, state, sentBytes } = upload
  return (
    <li>
      <strong>{file.name}</strong>
      <span className="quiet">{uploadInWords(upload)}</span>
      {state === 'sending' && (
        <Progress value={(100 * sentBytes) / file.size} aria-label={`Sending ${file.name}`} />
      )}
      <span className="actions">
        {(state === 'sending' || state === 'waiting') && (
          <Button variant="default" size="compact-sm" onClick={() => cancelUpload(id)}>
            Cancel
          </Button>
        )}
        {(state === 'failed' || state === 'cancelled') && (
          <Button variant="default" size="compact-sm" onClick={() => retryUpload(id)}>
            Send again
          </Button>
        )}
      </span>
    </li>
  )
}

function uploadInWords({ file, state, sentBytes, bytesPerSecond, secondsLeft, problem }: Upload) {
  switch (state) {
    case 'waiting':
      return 'Waiting for its turn'
    case 'sending':
      return [
        `${bytesInWords(sentBytes)} of ${bytesInWords(file.size)} sent`,
        bytesPerSecond === null ? '' : `${bytesInWords(bytesPerSecond)}/s`,
        secondsLeft === null ? '' : `${durationInWords(secondsLeft)} left`,
      ]
        .filter(Boolean)
        .join(' · ')
    case 'cancelled':
      return 'Cancelled'
    case 'failed':
      return problem ?? 'Not sent'
    case 'sent':
      return 'Sent'
  }
}

function AssetRow({ asset }: { asset: AssetCard }) {
  return (
    <li data-state={asset.state}>
      <strong>{asset.fileName}</strong>
      <span className="quiet">
        {stateInWords(asset)} · {bytesInWords(asset.sizeBytes)}
        {asset.durationSeconds !== null && ` · ${durationInWords(asset.durationSeconds)}`}
      </span>
      {inProgress(asset) && (
        <Progress value={asset.percent} aria-label={`Preparing ${asset.fileName}`} />
      )}
      {asset.reason && <span className="problem">{asset.reason}</span>}
    </li>
  )
}
