import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  codes: 'Codes to enrol',
  hints: {
    open: 'Everybody can enrol in this course without a code. To let in only those who have one, change how people enrol in its settings.',
    code: 'Whoever has one of these codes can enrol. The link opens the course’s page with the code filled in.',
    closed: 'Enrolment is closed: codes enrol nobody now. Its settings say how people enrol.',
  },
  used: (count: number) =>
    plural(count, { one: '# person enrolled by it', other: '# people enrolled by it' }),
  stopped: 'stopped: it enrols nobody',
  copyLink: 'Copy link',
  copyLinkOf: (code: string) => `Copy the link with the code ${code}`,
  copied: 'Copied',
  renew: 'Renew',
  renewThis: (code: string) => `Renew the code ${code}`,
  renewAsked: 'Another code takes its place, and this one enrols nobody any more. Renew?',
  renewSurely: 'Yes, renew',
  stop: 'Stop',
  stopThis: (code: string) => `Stop the code ${code}`,
  stopAsked: 'It enrols nobody until you let it. Stop it?',
  stopSurely: 'Yes, stop',
  letEnrol: 'Let it enrol again',
  label: 'For whom is the code?',
  labelExample: 'Class of autumn',
  make: 'Make a code',
}
export type Words = Translated<typeof words>
