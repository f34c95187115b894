import type { progressSayings } from '#contract/progress/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof progressSayings> = {
  progress_contended: 'This lesson is being saved from elsewhere too. Try again.',
}
