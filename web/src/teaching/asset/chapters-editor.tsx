import { Button, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Asset, Chapter } from '#contract/models/asset'
import { call, routes } from '../../api/client.ts'
import { messageOf } from '../../layout/notices.tsx'
import { readTime } from '../captions/cue-times.ts'
import { addChapter, moveChapter, removeChapter, renameChapter } from './edit-chapters.ts'
import type { PreviewControl } from './preview.tsx'
import { type AssetRef, useAssetChange } from './use-asset.ts'

interface Props {
  readonly asset: Asset
  readonly of: AssetRef
  readonly control: PreviewControl
}

/** Chapters are saved with each change; what was deleted can be taken back. */
export function ChaptersEditor({ asset, of, control }: Props) {
  const { mutate, error, isPending } = useAssetChange(of)
  const [title, setTitle] = useState('')
  const [now, setNow] = useState(0)
  const [before, setBefore] = useState<readonly Chapter[] | null>(null)
  useEffect(() => control.onTime((seconds) => setNow(Math.floor(seconds))), [control])
  const { chapters } = asset
  const put = (next: Chapter[]) =>
    mutate(() => call(routes.putChapters, { params: of, body: { chapters: next } }))
  return (
    <section className="panel" aria-label="Chapters">
      <h2>Chapters</h2>
      {chapters.length === 0 && (
        <p className="quiet">
          None yet. They show on the player’s bar, so that learners find their way in a long video.
        </p>
      )}
      <ol className="chapters">
        {chapters.map((chapter, at) => (
          <ChapterRow
            key={`${chapter.startSeconds} ${chapter.title}`}
            chapter={chapter}
            seek={() => control.seek(chapter.startSeconds)}
            rename={(to) => put(renameChapter(chapters, at, to))}
            move={(to) => put(moveChapter(chapters, at, to))}
            remove={() => {
              setBefore(chapters)
              put(removeChapter(chapters, at))
            }}
          />
        ))}
      </ol>
      <form
        className="add-chapter"
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() === '') return
          setBefore(null)
          put(addChapter(chapters, control.now() ?? now, title.trim()))
          setTitle('')
        }}
      >
        <TextInput
          aria-label="Title of a new chapter"
          placeholder="What begins here"
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={title.trim() === ''}>
          Add at {clock(now)}
        </Button>
      </form>
      <div role="status">
        {before && (
          <p className="quiet">
            Chapter deleted.{' '}
            <Button
              variant="subtle"
              size="compact-sm"
              loading={isPending}
              onClick={() => {
                put([...before])
                setBefore(null)
              }}
            >
              Undo
            </Button>
          </p>
        )}
      </div>
      {error && (
        <p role="alert" className="problem">
          {messageOf(error)}
        </p>
      )}
    </section>
  )
}

interface RowProps {
  readonly chapter: Chapter
  readonly seek: () => void
  readonly rename: (title: string) => void
  readonly move: (startSeconds: number) => void
  readonly remove: () => void
}

function ChapterRow({ chapter, seek, rename, move, remove }: RowProps) {
  const { startSeconds, title } = chapter
  const [words, setWords] = useState(title)
  const [time, setTime] = useState(clock(startSeconds))
  const read = readTime(time)
  return (
    <li>
      <TextInput
        aria-label={`Beginning of ${title}`}
        className="chapter-time"
        // The first one begins with the video.
        disabled={startSeconds === 0}
        value={time}
        error={read === null}
        onChange={(event) => setTime(event.currentTarget.value)}
        onBlur={() => {
          if (read === null) setTime(clock(startSeconds))
          else if (Math.floor(read / 1000) !== Math.floor(startSeconds)) move(read / 1000)
        }}
      />
      <TextInput
        aria-label={`Title of the chapter at ${clock(startSeconds)}`}
        maxLength={120}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setWords(title)
        }}
        onBlur={() => {
          const trimmed = words.trim()
          if (trimmed === '') setWords(title)
          else if (trimmed !== title) rename(trimmed)
        }}
      />
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        onClick={seek}
        aria-label={`Go there: ${title}`}
      >
        Go there
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        onClick={remove}
        aria-label={`Delete chapter ${title}`}
      >
        Delete
      </Button>
    </li>
  )
}

/** `1:02:03`, `2:03`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}
