import { z } from 'zod'

/** What the settings say to kinds of lessons: the same for the stacks, the functions and the web client. */
export const LessonSettings = z.strictObject({})
export type LessonSettings = z.infer<typeof LessonSettings>
