import { words as captions } from './captions/words/en.ts'
import { words as courses } from './courses/words/en.ts'
import { words as files } from './files/words/en.ts'
import { words as http } from './http/words/en.ts'
import { words as lessons } from './lessons/words/en.ts'
import { words as memberships } from './memberships/words/en.ts'
import { words as progress } from './progress/words/en.ts'
import { words as uploads } from './uploads/words/en.ts'
import { words as videos } from './videos/words/en.ts'
import { speaker } from './words/said.ts'

/** Says anything in English: for `error.message`, for logs, and for mails while people have no language. */
export const inEnglish = speaker(
  {
    ...http,
    ...captions,
    ...videos,
    ...courses,
    ...memberships,
    ...lessons,
    ...progress,
    ...uploads,
    ...files,
  },
  ({ code }) => code,
)
