import type { Translated } from '#contract/words/translated'

/** What can be wrong with a file, beside what the server says. */
export const words = {
  noImage: 'This is no picture. Choose a JPEG, PNG, WebP or GIF file.',
  slow: 'The file has arrived, but nobody has looked at it yet. Try again in a minute.',
  refused: 'The file was refused.',
}
export type Words = Translated<typeof words>
