import type { LessonKind } from '#contract/lessons/kinds/index'
import { pluralIn } from '#contract/words/plural'
import type { Translated } from '#contract/words/translated'

const plural = pluralIn('en')

export const words = {
  names: {
    video: 'Video',
    article: 'Article',
    file: 'File',
    embed: 'Embedded page',
  } satisfies Record<LessonKind, string>,
  markDone: 'Mark as done',
  downloadFile: 'Download',
  download: (what: string) => `Download it (${what})`,
  openAt: (provider: string) => `Open at ${provider}`,
  openPage: 'Open the page by itself',
  pageSilent:
    'The page does not show here. Your network may block it, or its provider may not be there; open it by itself.',
  pageNotAllowed: 'This site does not show pages of this provider any more.',
  doneLater: (count: number) =>
    plural(count, {
      one: 'You can mark it as done after # more minute with it.',
      other: 'You can mark it as done after # more minutes with it.',
    }),
}
export type Words = Translated<typeof words>
