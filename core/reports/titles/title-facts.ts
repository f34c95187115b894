import { z } from 'zod'
import { CourseId } from '#contract/platform/ids'

/** Of each course the version that was published last, as far as it is told, and its title. */
export const TitleFacts = z.record(CourseId, z.tuple([z.number().int(), z.string()]))

export const titleKey = 'facts/titles.json.gz'
