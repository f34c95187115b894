import type { Translated } from '#contract/words/translated'

export const words = {
  signingIn: 'Signing you in…',
  notFinished: 'Sign-in did not finish',
  notFinishedText: 'The link may be too old, or sign-in was started in another window.',
  signInAgain: 'Sign in again',
  signIn: 'Sign in',
  signInFirst: 'Sign in to go on',
  signInFirstText: 'This page belongs to your account. You come back here after signing in.',
  settingsMissing: 'The sign-in settings of this site are missing.',
  account: 'Account',
}
export type Words = Translated<typeof words>
