import type { ReactNode } from 'react'
import type { Translated } from '#contract/words/translated'

export const words = {
  isLocked: 'This lesson is not open yet',
  opens: (when: ReactNode): ReactNode => ['It opens on ', when, ', here and by itself.'],
  locked: 'Not open yet',
  opensOn: (when: string) => `Opens on ${when}`,

  openTo: 'Open to',
  audienceOf: (lesson: string) => `Who may open ${lesson}`,
  audiences: {
    everyone: 'Everyone, as a free preview',
    members: 'Members',
    membersFrom: 'Members, from a date and time',
  },
  openingOf: (lesson: string) => `When ${lesson} opens, in your time zone`,
  noTime: 'Choose a date and a time; until then members may open it at once.',
}
export type Words = Translated<typeof words>
