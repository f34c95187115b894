import './notices.css'
import type { Trouble } from './stream/recovery.ts'

const WORDS: Record<Trouble, string> = {
  waiting: 'Waiting for the connection… The video goes on by itself.',
  preparing: 'This video is still being prepared. It starts here as soon as it is ready.',
  forbidden: 'Your access to this course has ended. Open the course again to go on.',
  media:
    'Your browser could not play this part of the video. Try again, or choose another quality in the settings.',
  unsupported: 'This browser cannot play this video. Use a current version of any common browser.',
}

interface Props {
  readonly trouble: Trouble
  readonly tryNow: () => void
}

/** Why nothing plays and what happens next, in the picture's place. */
export function TroubleNotice({ trouble, tryNow }: Props) {
  return (
    <div
      className="trouble"
      role={trouble === 'waiting' || trouble === 'preparing' ? 'status' : 'alert'}
    >
      <p>{WORDS[trouble]}</p>
      {trouble === 'forbidden' ? (
        <button type="button" onClick={() => location.reload()}>
          Open the course again
        </button>
      ) : (
        trouble !== 'unsupported' && (
          <button type="button" onClick={tryNow}>
            {trouble === 'preparing' ? 'Look again now' : 'Try now'}
          </button>
        )
      )}
    </div>
  )
}
