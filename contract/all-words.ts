import { words as announcements } from './announcements/words/en.ts'
import { words as captions } from './captions/words/en.ts'
import { words as courses } from './courses/words/en.ts'
import { words as enrolments } from './enrolments/words/en.ts'
import { words as files } from './files/words/en.ts'
import { words as http } from './http/words/en.ts'
import { words as lessons } from './lessons/words/en.ts'
import { words as memberships } from './memberships/words/en.ts'
import { words as progress } from './progress/words/en.ts'
import { words as uploads } from './uploads/words/en.ts'
import { words as videos } from './videos/words/en.ts'

/** How everything that can be said is said. The web client has it in the language that it is built in. */
export const allWords = {
  ...http,
  ...captions,
  ...videos,
  ...courses,
  ...memberships,
  ...enrolments,
  ...lessons,
  ...progress,
  ...uploads,
  ...files,
  ...announcements,
}
