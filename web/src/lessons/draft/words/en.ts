import type { Translated } from '#contract/words/translated'

export const words = {
  preview: 'Preview of the draft.',
  nothingRecorded: 'Nothing you do here is recorded.',
  back: 'Back to the editor',
  asWhom: 'As somebody who has completed',
  as: {
    nothing: 'As somebody who has just begun',
    before: 'As somebody who has completed all before this lesson',
    all: 'As somebody who has completed the course',
  },
  when: 'At this date and time',
  runs: {
    before: 'By then the course has not started yet.',
    after: 'By then the course is over.',
  },
  notReady: 'This lesson cannot be shown to learners yet.',
}
export type Words = Translated<typeof words>
