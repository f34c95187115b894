import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')
const percents = new Intl.NumberFormat('en', { style: 'percent' })

export const words = {
  pagesOf: (title: string) => `Pages of “${title}”`,
  pageOf: (page: number, count: number) => `Page ${page} of ${count}`,
  tools: 'The document’s tools',
  page: (count: number) => plural(count, { one: 'Page, of one', other: 'Page, from 1 to #' }),
  of: (count: string) => `of ${count}`,
  pageBefore: 'Page before',
  pageAfter: 'Next page',
  smaller: 'Smaller',
  larger: 'Larger',
  percent: (share: number) => percents.format(share),
  find: 'Find in the document',
  findText: 'Find in all pages',
  findProgress: 'Pages that were searched',
  matchBefore: 'Match before',
  matchAfter: 'Next match',
  endFinding: 'End finding',
  match: (place: number, count: number, page: number) => `${place} of ${count}, on page ${page}`,
  searching: 'Looking through the pages…',
  noMatch: 'No page has this.',
  noText: 'The pages are pictures without text: nothing can be found in them.',
  darkPages: 'Dark pages',
  download: 'Download',
  downloadIt: (size: string) => `Download it (${size})`,
  linkWithin: 'To another place in the document',
  pageBroken: 'This page cannot be drawn. Download the document to see it in another program.',
  pageWithoutText: 'This page is a picture without text.',
  waiting: 'Waiting for the network…',
  tryAgain: 'Try again',
  foreignForm:
    'This document is a form that Adobe’s programs alone show. To fill it in, download it.',
  problems: {
    protected: 'This document is protected by a password, so it does not show here.',
    broken: 'This document is damaged, so it does not show here. Another program may open it.',
    gone: 'The document is not there any more, or you may not open it any more.',
    too_long: 'This document has too many pages to show here.',
  },
}
export type Words = Translated<typeof words>
