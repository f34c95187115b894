import type { Translated } from '#contract/words/translated'

export const words = {
  skip: 'Skip to content',
  brand: 'Lectern, all courses',
  main: 'Main',
  myCourses: 'My courses',
  teach: 'Teach',
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: 'Account',
  language: 'Language',
  scheme: 'Switch between light and dark',
  search: 'Search courses and actions',
  searchKeys: 'Search (Ctrl-K or ⌘K)',
  close: 'Close',
  showMore: 'Show more',
  notLoaded: 'This could not be loaded',
  notShown: 'The page could not be shown. Try again.',
  tryAgain: 'Try again',
  stopped: 'This page stopped working',
  stoppedBy: (why: string) => `${why} Load the page again; what was saved is still there.`,
  loadAgain: 'Load again',
  noPage: 'There is no page here',
  noPageTitle: 'Page not found',
  noPageText: 'The address may be mistyped, or what was here has been removed.',
  allCourses: 'See all courses',
}
export type Words = Translated<typeof words>
