import { z } from 'zod'

const ORIGIN = /^https:\/\/([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}(:[1-9]\d{1,4})?$/
const ORIGIN_IS = 'must be an origin in lower case, such as https://slides.school.example'

/** What the settings say to kinds of lessons: the same for the stacks, the functions and the web client. */
export const LessonSettings = z.strictObject({
  /** Whose pages lessons may show: providers that Lectern knows, and origins that show pages of their own. */
  embeds: z
    .array(z.union([z.enum(['youtube', 'vimeo']), z.string().regex(ORIGIN, ORIGIN_IS)]))
    .default(['youtube', 'vimeo']),
})
export type LessonSettings = z.infer<typeof LessonSettings>
