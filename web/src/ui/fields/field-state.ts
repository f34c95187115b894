/** What the server holds of a field. */
export interface Saved {
  readonly value: string
  /** Of what the field belongs to; it only grows. */
  readonly revision: number
}

/**
 * A field that is edited here and perhaps elsewhere. It is touched when its text, cleaned, is not what it
 * began from; as long as it is not, it shows what is newest.
 */
export interface FieldState {
  readonly text: string
  /** What the text began from. */
  readonly base: Saved
  /** What somebody else saved instead, until the person has chosen. */
  readonly theirs: Saved | null
  /** The value that is on its way to the server. */
  readonly sending: string | null
  /** Why the last try to save failed. */
  readonly failure: string | null
}

/** As the server will clean what is written, so that a space more is no difference. */
export type Clean = (text: string) => string

export const begin = (saved: Saved): FieldState => ({
  ...{ text: saved.value, base: saved },
  ...{ theirs: null, sending: null, failure: null },
})

export const isTouched = ({ text, base }: FieldState, clean: Clean) => clean(text) !== base.value

/** Never what nobody touched, nor over others' words before the person has seen them. */
export const mayBeSent = (state: FieldState, clean: Clean) =>
  state.sending === null && state.theirs === null && isTouched(state, clean)

export function typed(state: FieldState, text: string, clean: Clean): FieldState {
  const next = { ...state, text, failure: null }
  return next.theirs ? against(next, next.theirs, clean) : next
}

/** Cleaned, once the person has left the field. */
export const tidied = (state: FieldState, clean: Clean): FieldState => ({
  ...state,
  text: clean(state.text),
})

/** Back to what it began from, or to what is newer. */
export const givenBack = (state: FieldState): FieldState =>
  state.theirs ? begin(state.theirs) : { ...state, text: state.sending ?? state.base.value }

/** The server's value has been read again. What is on its way decides itself by its own answer. */
export function arrived(state: FieldState, saved: Saved, clean: Clean): FieldState {
  const { base, theirs, sending } = state
  if (sending !== null || saved.revision < Math.max(base.revision, theirs?.revision ?? 0))
    return state
  if (saved.value === base.value)
    return saved.revision === base.revision && theirs === null
      ? state
      : { ...state, base: saved, theirs: null }
  if (!isTouched(state, clean)) return begin(saved)
  return against(state, saved, clean)
}

export const sent = (state: FieldState, clean: Clean): FieldState => ({
  ...state,
  sending: clean(state.text),
  failure: null,
})

export const confirmed = (state: FieldState, saved: Saved): FieldState => ({
  ...state,
  ...{ base: saved, theirs: null, sending: null, failure: null },
})

/** The server holds what somebody else wrote since. */
export const refused = (state: FieldState, saved: Saved, clean: Clean): FieldState =>
  against({ ...state, sending: null }, saved, clean)

export const failed = (state: FieldState, failure: string): FieldState => ({
  ...state,
  sending: null,
  failure,
})

/** The person's text goes on from theirs, and replaces it when it is sent. */
export const keptMine = (state: FieldState): FieldState =>
  state.theirs ? { ...state, base: state.theirs, theirs: null } : state

export const tookTheirs = ({ base, theirs }: FieldState): FieldState => begin(theirs ?? base)

/** Two who wrote the same have no conflict. */
const against = (state: FieldState, saved: Saved, clean: Clean): FieldState =>
  clean(state.text) === saved.value
    ? { ...state, base: saved, theirs: null }
    : { ...state, theirs: saved }

type SavedInWords = 'saved' | 'saving' | 'failed' | 'conflict'

export function wordOf(state: FieldState, clean: Clean): SavedInWords {
  if (state.theirs) return 'conflict'
  if (state.failure !== null) return 'failed'
  return state.sending !== null || isTouched(state, clean) ? 'saving' : 'saved'
}
