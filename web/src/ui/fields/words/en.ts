import type { ReactNode } from 'react'
import type { Translated } from '#contract/words/translated'

export const words = {
  state: {
    saved: 'Saved',
    saving: 'Saving…',
    failed: 'Not saved',
    conflict: 'Not saved: choose a version',
  },
  twoVersions: (field: string) => `Two versions: ${field}`,
  changedBySomebody: 'Somebody else changed this since you began.',
  changedBySomebodyAt: (when: ReactNode): ReactNode => [
    'Somebody else changed this since you began (',
    when,
    ').',
  ],
  changedBy: (who: ReactNode, when: ReactNode): ReactNode => [
    who,
    ' changed this since you began (',
    when,
    ').',
  ],
  changedByYou: (when: ReactNode): ReactNode => [
    'You changed this in another window since you began here (',
    when,
    ').',
  ],
  yoursIsAbove: 'Your version is above and is not saved yet. The other one is:',
  theirVersion: 'Their version',
  emptied: 'Nothing: they emptied it.',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  notSaved: 'Not saved.',
  tryAgain: 'Try again',
}
export type Words = Translated<typeof words>
