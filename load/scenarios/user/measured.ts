/** Histograms of milliseconds and a counter that the users of a load keep, by their names in Artillery's report. */
export const measured = {
  api: 'lectern.api',
  file: 'lectern.file',
  page: 'lectern.page',
  signIn: 'lectern.sign_in',
  videoStart: 'lectern.video_start',
  failed: 'lectern.failed',
} as const
