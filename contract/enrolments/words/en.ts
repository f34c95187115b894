import type { enrolmentSayings } from '#contract/enrolments/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof enrolmentSayings> = {
  code_unknown:
    'This code enrols nobody in this course. Look whether it is typed right, or ask for another.',
  codes_full: ({ most }) => `A course has at most ${most} codes. Give one another code instead.`,
  enrolment_by_code: 'To enrol in this course takes a code. Ask its teachers for one.',
  access_suspended:
    'A teacher of this course has suspended your access. What you have done is kept. Ask them if you do not know why.',
  access_ended: ({ day }) =>
    `Your access to this course ended on ${day}. What you have done is kept. Ask its teachers for more time.`,
}
