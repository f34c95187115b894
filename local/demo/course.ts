export const COURSE = {
  slug: 'caching',
  title: 'How caching makes the web fast',
  summary:
    'Why the second visit to a page is so much quicker than the first: a short lecture, and what to remember of it.',
}

export const REMARKS = `## What lies between a click and a page

A page that has to travel from a server far away arrives late, however fast the server is. A cache keeps a copy
closer to whoever asks.

- **The browser** keeps what it was told will not change. Nothing is faster than not asking at all.
- **The edge** keeps copies in the cities where people are. One learner's first visit is the next one's fast one.
- **The application** keeps answers that took work: a course's outline, a list of courses.
- **The database** keeps what it reads often in its own memory.

## The one hard question

A copy can be out of date. Every cache needs an answer to *when is this no longer true?* There are three:

1. after some time, and until then it may be a little old;
2. when somebody changes it, and then whoever changed it says so;
3. never, because a new version gets a new name.

The third is the quickest and the safest. It is how this course reached you.
`
