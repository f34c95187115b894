import { allWords } from '#contract/all-words'
import { speaker } from '#contract/words/said'

/** Says why the API refused something; empty where this client does not know the code. */
export const inWords = speaker(allWords, () => '')
