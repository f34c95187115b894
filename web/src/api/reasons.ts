import { words as captions } from '#contract/captions/words/en'
import { words as courses } from '#contract/courses/words/en'
import { words as files } from '#contract/files/words/en'
import { words as http } from '#contract/http/words/en'
import { words as lessons } from '#contract/lessons/words/en'
import { words as memberships } from '#contract/memberships/words/en'
import { words as progress } from '#contract/progress/words/en'
import { words as uploads } from '#contract/uploads/words/en'
import { words as videos } from '#contract/videos/words/en'
import { speaker } from '#contract/words/said'

/** Says why the API refused something; empty where this client does not know the code. */
export const inWords = speaker(
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
  () => '',
)
