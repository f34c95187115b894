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
  showText: 'Show the text',
  showTextOf: (lesson: string) => `Show the text of ${lesson}`,
  completeWhen: 'Complete when',
  isWatched: '% is watched',
  shareOf: (lesson: string) => `Percent of ${lesson} to watch until it is complete`,
}
export type Words = Translated<typeof words>
