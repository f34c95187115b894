import { type AnnouncementLine, isOut } from '#contract/announcements/announcement'
import { instantInZone } from './instant-in-zone.ts'
import { words } from './words/en.ts'

interface Props {
  readonly announcement: Pick<AnnouncementLine, 'publishAt'>
  readonly timeZone: string
}

/** Whether learners read an announcement, or from when on. */
export function OutInWords({ announcement, timeZone }: Props) {
  const { publishAt } = announcement
  if (publishAt === null) return words.draft
  const when = (
    <time key="when" dateTime={publishAt}>
      {instantInZone(publishAt, timeZone)}
    </time>
  )
  return isOut(announcement, new Date()) ? words.outSince(when) : words.outOn(when)
}
