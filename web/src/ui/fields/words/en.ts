import type { Translated } from '#contract/words/translated'

export const words = {
  state: {
    saved: 'Saved',
    saving: 'Saving…',
    failed: 'Not saved',
    conflict: 'Not saved: choose a version',
  },
  twoVersions: (field: string) => `Two versions: ${field}`,
  changedElsewhere:
    'Somebody else changed this since you began. Your version is above and is not saved yet. Theirs is:',
  theirVersion: 'Their version',
  emptied: 'Nothing: they emptied it.',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  notSaved: 'Not saved.',
  tryAgain: 'Try again',
}
export type Words = Translated<typeof words>
