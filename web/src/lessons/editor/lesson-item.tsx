import { memo, useEffect, useRef, useState } from 'react'
import { words as kinds } from '#web/lessons/kinds/words/en.ts'
import layout from '#web/ui/layout.module.css'
import { whenNear } from '#web/ui/moments/when-near.ts'
import styles from './lesson-item.module.css'
import { LessonRow, type LessonRowProps } from './lesson-row.tsx'

interface Props extends LessonRowProps {
  /** Whether it has its fields from the start. */
  readonly whole: boolean
}

/**
 * A lesson in the list. In a long course it is a line, which can be read, found and reached by Tab, until it comes near
 * the screen or has the focus: then it has its fields, and keeps them with what is typed.
 */
export const LessonItem = memo(function LessonItem({ whole: atOnce, ...row }: Props) {
  const [whole, setWhole] = useState(atOnce)
  const [isReached, setReached] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!whole && item.current) return whenNear(item.current, () => setWhole(true))
  }, [whole])
  useEffect(() => {
    if (whole && isReached) item.current?.querySelector('input')?.focus()
  }, [whole, isReached])
  const { kind, title } = row.lesson
  return (
    <li ref={item} data-lesson={whole ? 'whole' : 'line'}>
      {whole ? (
        <LessonRow {...row} />
      ) : (
        <div className={`${layout.titleRow} ${styles.line}`} data-kind={kind}>
          <span className="quiet">{kinds.names[kind]}</span>
          <button
            type="button"
            dir="auto"
            onFocus={() => {
              setReached(true)
              setWhole(true)
            }}
          >
            {title}
          </button>
        </div>
      )}
    </li>
  )
})
