import { z } from 'zod'
import { LessonId } from '#contract/platform/ids'
import { DraftLesson, LessonLine, Title } from './base.ts'
import { keptAddress, MOST_ADDRESS } from './embed-page.ts'

/** What the author's browser shows for the page; kept as one text for one page. */
const Address = z.string().max(MOST_ADDRESS).overwrite(keptAddress)

const DEFAULT_OPEN_MINUTES = 1
/** For how long it must have been open and looked at before a learner can say that it is done. */
const OpenMinutes = z.number().int().min(0).max(600)

const kind = z.literal('embed')
const draft = DraftLesson.extend({ kind, address: Address.nullable(), openMinutes: OpenMinutes })

/** A lesson that shows a page of somebody else. */
export const embed = {
  draft,
  outlined: draft,
  creation: z.object({
    kind,
    title: Title,
    address: Address.nullable().default(null),
    openMinutes: OpenMinutes.default(DEFAULT_OPEN_MINUTES),
  }),
  change: { address: Address.nullable(), openMinutes: OpenMinutes },
  line: LessonLine.extend({ kind, durationSeconds: z.null() }),
  content: z.object({ kind, address: z.string(), openMinutes: OpenMinutes }),
  syllabus: z.object({ kind, id: LessonId, openMinutes: OpenMinutes }),
}
