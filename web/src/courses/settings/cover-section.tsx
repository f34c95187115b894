import { Button, Progress } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { IMAGE_TYPES } from '#contract/files/types'
import { Cover } from '#web/courses/cover/cover.tsx'
import { words } from '#web/courses/settings/words/cover/en.ts'
import { teacherOf } from '#web/courses/teacher-of.ts'
import { words as fields } from '#web/ui/fields/words/en.ts'
import layout from '#web/ui/layout.module.css'
import { stopSending, useSending } from '#web/uploads/sendings/sendings.ts'
import { useDropPlace } from '#web/uploads/sendings/use-drop-place.ts'
import styles from './cover.module.css'
import { FocusFrame, isCut } from './focus-frame.tsx'
import type { SectionProps } from './section.ts'
import settings from './settings.module.css'
import { coverKey, useCover } from './use-cover.ts'

interface Props extends SectionProps {
  /** What is chosen becomes a file of the course. */
  readonly mayUpload: boolean
}

/** A course's picture: chosen, dropped or pasted, and which part of it shows. */
export function CoverSection({ mayUpload, ...props }: Props) {
  const { course } = props
  const { cover, removed, state, problem, move, remove, putBack, take } = useCover(props)
  return (
    <section className={`${layout.panel} ${settings.section}`} aria-labelledby="cover">
      <h2 id="cover">{words.cover}</h2>
      <p className="quiet">{words.hint}</p>
      <div className={styles.sides}>
        <Target {...{ mayUpload, take }}>
          {cover && isCut(cover) && (
            <>
              <FocusFrame {...{ cover }} onMove={move} />
              <p className="quiet">{words.partHint}</p>
            </>
          )}
          {cover && !isCut(cover) && <p className="quiet">{words.whole}</p>}
          {!cover && !removed && <p className="quiet">{words.generated}</p>}
          <div className={styles.ways}>
            {mayUpload && <Choose {...{ take }} has={cover !== null} />}
            {cover && (
              <Button variant="subtle" color="gray" onClick={() => void remove()}>
                {words.remove}
              </Button>
            )}
          </div>
          <div className={styles.sending} role="status">
            {removed && !cover && (
              <>
                {words.removed}
                <Button
                  variant="default"
                  size="compact-sm"
                  data-autofocus
                  autoFocus
                  onClick={() => void putBack()}
                >
                  {words.undo}
                </Button>
              </>
            )}
            {cover && <span className="quiet">{fields.state[state]}</span>}
          </div>
          <Sending course={course} />
          {problem && (
            <p role="alert" className="problem">
              {problem}
            </p>
          )}
          <p className="quiet">{mayUpload ? words.how : words.noRight}</p>
        </Target>
        <figure className={styles.preview}>
          <figcaption className="quiet">{words.preview}</figcaption>
          <Cover course={{ ...course, cover }} place="card" isFirst />
          <strong dir="auto">{course.title}</strong>
          <span className="quiet">
            <bdi>{teacherOf({ teacherName: course.ownerName })}</bdi>
          </span>
        </figure>
      </div>
    </section>
  )
}

type Take = { readonly take: (file: File) => void }

/** Takes what is dropped on it, and a picture that is pasted while no text is written. */
function Target({
  mayUpload,
  take,
  children,
}: Take & { readonly mayUpload: boolean; readonly children: React.ReactNode }) {
  const place = useDropPlace(mayUpload ? take : null)
  useEffect(() => {
    if (!mayUpload) return
    const paste = (event: ClipboardEvent) => {
      const picture = [...(event.clipboardData?.files ?? [])].find(isPicture)
      if (!picture || isText(event.target)) return
      event.preventDefault()
      take(picture)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture and its buttons are no fieldset
    <div role="group" aria-labelledby="cover" className={styles.chosen} {...place}>
      {children}
    </div>
  )
}

const isPicture = ({ type }: File) => IMAGE_TYPES.some((one) => one === type)
const isText = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null

function Choose({ take, has }: Take & { readonly has: boolean }) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        accept={IMAGE_TYPES.join()}
        aria-label={words.choose}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) take(file)
          event.currentTarget.value = ''
        }}
      />
      <Button
        variant={has ? 'default' : 'filled'}
        leftSection={<IconUpload size={18} />}
        onClick={() => field.current?.click()}
      >
        {has ? words.replace : words.choose}
      </Button>
    </>
  )
}

function Sending({ course: { id } }: Pick<SectionProps, 'course'>) {
  const key = coverKey(id)
  const sending = useSending(key)
  if (!sending) return null
  const { name, share, problem } = sending
  if (problem !== null)
    return (
      <p role="alert" className="problem">
        <bdi>{name}</bdi>: {problem}
      </p>
    )
  return (
    <>
      <div className={styles.sending} role="status">
        <span>
          <bdi>{name}</bdi>: {words.sent(share)}
        </span>
        <Button variant="subtle" size="compact-sm" onClick={() => stopSending(key)}>
          {words.stop}
        </Button>
      </div>
      <Progress value={share * 100} aria-label={words.progressOf(name)} />
    </>
  )
}
