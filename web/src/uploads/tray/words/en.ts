import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  uploads: 'Uploads',
  allUploads: 'All uploads',
  clear: 'Clear',
  makeSmall: 'Make the uploads small',
  show: 'Show the uploads',
  waiting: 'Waiting for its turn',
  sentOf: (sent: string, size: string) => `${sent} of ${size}`,
  perSecond: (bytes: string) => `${bytes}/s`,
  timeLeft: (duration: string) => `${duration} left`,
  goesOn: (problem: string) => `${problem} It goes on by itself.`,
  paused: 'Paused',
  pausedAt: (sent: string, size: string) => `Paused at ${sent} of ${size}`,
  willAsk: 'Begun on an earlier visit. Your browser will ask whether Lectern may read the file.',
  chooseToGoOn: 'Begun on an earlier visit. Choose the file again to go on where it stopped.',
  cancelled: 'Cancelled',
  notSent: 'Not sent',
  sent: 'Sent',
  sending: (at: number, total: number) => `Sending ${at} of ${total}`,
  noConnection: (at: number, total: number) => `Waiting for the connection, ${at} of ${total}`,
  waitForYou: (count: number) =>
    plural(count, { one: '# upload waiting for you', other: '# uploads waiting for you' }),
  filesSent: (count: number) => plural(count, { one: '# file sent', other: '# files sent' }),
  nothing: 'Nothing is being sent',
  pause: (file: string) => `Pause ${file}`,
  resume: (file: string) => `Go on with ${file}`,
  cancel: (file: string) => `Cancel ${file}`,
  sendingFile: (file: string) => `Sending ${file}`,
  undo: 'Undo',
  sendAgain: 'Send again',
  seeIt: 'See it',
  goOn: 'Go on',
  chooseAgain: 'Choose the file again',
  chooseFileAgain: (file: string) => `Choose ${file} again`,
}
export type Words = Translated<typeof words>
