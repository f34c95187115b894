import { z } from 'zod'
import { CourseId } from '#contract/platform/ids'

/**
 * A publication that an answer must not be older than: of a course the third version, `crs_….3`. Whoever published
 * asks so for a while: the gateway keeps answers by what they ask, and this is a question of its own.
 */
export const Publication = z.templateLiteral([CourseId, '.', z.string().regex(/^[1-9]\d{0,5}$/)])
export type Publication = z.infer<typeof Publication>
