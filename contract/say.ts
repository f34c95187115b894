import { announcementSayings } from './announcements/sayings.ts'
import { captionSayings } from './captions/sayings.ts'
import { courseSayings } from './courses/sayings.ts'
import { enrolmentSayings } from './enrolments/sayings.ts'
import { fileSayings } from './files/sayings.ts'
import { httpSayings } from './http/sayings.ts'
import { lessonSayings } from './lessons/sayings.ts'
import { membershipSayings } from './memberships/sayings.ts'
import { progressSayings } from './progress/sayings.ts'
import { uploadSayings } from './uploads/sayings.ts'
import { videoSayings } from './videos/sayings.ts'
import type { ParamsOf, SaidOf } from './words/said.ts'

/** Every code of every noun; each is one noun's alone. */
export const sayings = {
  ...httpSayings,
  ...captionSayings,
  ...videoSayings,
  ...courseSayings,
  ...membershipSayings,
  ...enrolmentSayings,
  ...lessonSayings,
  ...progressSayings,
  ...uploadSayings,
  ...fileSayings,
  ...announcementSayings,
}

type All = typeof sayings
export type Saying = SaidOf<All>
type SayingOf<Code extends keyof All> = Extract<Saying, { readonly code: Code }>

/** `say('unknown_course', { course })`: what is said, to be put into words where it is read. */
export const say = <Code extends keyof All>(
  code: Code,
  ...given: keyof All[Code] extends never ? [] : [params: ParamsOf<All[Code]>]
): SayingOf<Code> => ({ code, params: given[0] ?? {} }) as SayingOf<Code>
