import { Button, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Asset, Chapter } from '#contract/videos/asset'
import { videoLimits } from '#contract/videos/limits'
import { readTime } from '#web/captions/cues/cue-times.ts'
import { FieldConflict } from '#web/ui/fields/field-conflict.tsx'
import { type FieldOptions, useField } from '#web/ui/fields/use-field.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import type { PreviewControl } from '#web/videos/preview.tsx'
import { type AssetRef, useAssetChange } from '#web/videos/use-asset.ts'
import styles from './chapters-editor.module.css'
import {
  addChapter,
  type EditChapters,
  moveChapter,
  removeChapter,
  renameChapter,
  undoRemoval,
} from './edit-chapters.ts'
import { chaptersIn, putChapters } from './put-chapters.ts'
import { words } from './words/en.ts'

interface Props {
  readonly asset: Asset
  readonly of: AssetRef
  readonly control: PreviewControl
}

/** Chapters are saved with each change; what was deleted can be taken back. */
export function ChaptersEditor({ asset, of, control }: Props) {
  const { mutate, error, isPending } = useAssetChange(of)
  const renaming = useAssetChange(of)
  const [title, setTitle] = useState('')
  const [now, setNow] = useState(0)
  const [undo, setUndo] = useState<EditChapters | null>(null)
  useEffect(() => control.onTime((seconds) => setNow(Math.floor(seconds))), [control])
  const { chapters } = asset
  const put = (edit: EditChapters) => mutate(() => putChapters(of, chapters, edit))
  const rename = async (seen: Chapter, title: string) => {
    const edit = renameChapter(seen, title)
    const renamed = await renaming.mutateAsync(() => putChapters(of, chapters, edit))
    return { value: title, revision: revisionOf(renamed) }
  }
  return (
    <section className={layout.panel} aria-label={words.chapters}>
      <h2>{words.chapters}</h2>
      {chapters.length === 0 && <p className="quiet">{words.noChapters}</p>}
      <ol className={styles.chapters}>
        {chapters.map((chapter) => (
          <ChapterRow
            key={chapter.startSeconds}
            chapter={chapter}
            seek={() => control.seek(chapter.startSeconds)}
            revision={revisionOf(asset)}
            rename={(to, over) => rename({ ...chapter, title: over.value }, to)}
            move={(to) => put(moveChapter(chapter, to))}
            remove={() => {
              setUndo(() => undoRemoval(chapters, chapter))
              put(removeChapter(chapter))
            }}
          />
        ))}
      </ol>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() === '') return
          setUndo(null)
          const at = control.now() ?? now
          put((stored) => addChapter(stored, at, title.trim()))
          setTitle('')
        }}
      >
        <TextInput
          aria-label={words.newTitle}
          placeholder={words.whatBegins}
          maxLength={videoLimits.chapterTitle}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={title.trim() === ''}>
          {words.addAt(clock(now))}
        </Button>
      </form>
      <div role="status">
        {undo && (
          <p className="quiet">
            {words.chapterDeleted}{' '}
            <Button
              variant="subtle"
              size="compact-sm"
              loading={isPending}
              onClick={() => {
                put(undo)
                setUndo(null)
              }}
            >
              {words.undo}
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
  readonly revision: number
  readonly rename: FieldOptions['save']
  readonly move: (startSeconds: number) => void
  readonly remove: () => void
}

function ChapterRow({ chapter, revision, seek, rename, move, remove }: RowProps) {
  const { startSeconds, title } = chapter
  const field = useField({
    saved: { value: title, revision },
    clean: trim,
    save: rename,
    conflictOf: (error) => {
      const value = chaptersIn(error)?.find((one) => one.startSeconds === startSeconds)?.title
      return value === undefined ? null : { value, revision }
    },
  })
  const [time, setTime] = useState(clock(startSeconds))
  const read = readTime(time)
  return (
    <li>
      <TextInput
        aria-label={words.beginningOf(title)}
        className={styles.time}
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
        aria-label={words.titleAt(clock(startSeconds))}
        maxLength={videoLimits.chapterTitle}
        dir="auto"
        value={field.text}
        onChange={(event) => field.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') field.giveBack()
        }}
        onBlur={() => {
          if (trim(field.text) === '') field.giveBack()
          else field.leave()
        }}
      />
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        onClick={seek}
        aria-label={words.goTo(title)}
      >
        {words.goThere}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        onClick={remove}
        aria-label={words.deleteChapter(title)}
      >
        {words.delete}
      </Button>
      <FieldConflict label={words.chapterAt(clock(startSeconds))} field={field} />
    </li>
  )
}

const trim = (text: string) => text.trim()

/** Each change of an asset has an instant of its own. */
const revisionOf = ({ updatedAt }: Asset) => Date.parse(updatedAt)

/** `1:02:03`, `2:03`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}
