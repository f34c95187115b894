import styles from './notices.module.css'
import type { Trouble } from './stream/recovery.ts'
import { words } from './words/en.ts'

interface Props {
  readonly trouble: Trouble
  readonly tryNow: () => void
}

/** Why nothing plays and what happens next, in the picture's place. */
export function TroubleNotice({ trouble, tryNow }: Props) {
  return (
    <div
      className={styles.trouble}
      data-part="trouble"
      role={trouble === 'waiting' || trouble === 'preparing' ? 'status' : 'alert'}
    >
      <p>{words.trouble[trouble]}</p>
      {trouble === 'forbidden' ? (
        <button type="button" onClick={() => location.reload()}>
          {words.openCourseAgain}
        </button>
      ) : (
        trouble !== 'unsupported' && (
          <button type="button" onClick={tryNow}>
            {trouble === 'preparing' ? words.lookAgain : words.tryNow}
          </button>
        )
      )}
    </div>
  )
}
