/**
 * What is said to people: a code, and what its sentence names. It is stored and sent like this, and becomes a
 * sentence where it is shown or mailed, in the language of whoever reads it.
 */
export interface Said {
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
}

/** One of several things that are wrong, and where: the line of a file, from 1, and the field of an object. */
export interface Problem extends Said {
  readonly line?: number | undefined
  readonly path?: string | undefined
}

/** What a parameter is; a list allows its own values alone. */
type Kind = 'text' | 'number' | 'texts' | 'problems' | readonly string[]
interface Kinds {
  readonly text: string
  readonly number: number
  readonly texts: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * A noun's codes with their parameters. Both are stored: a code never comes to mean something else, and
 * whoever needs other parameters takes another code.
 */
export type Sayings = Readonly<Record<string, Readonly<Record<string, Kind>>>>

export type ParamsOf<Declared> = {
  readonly [Name in keyof Declared]: Declared[Name] extends keyof Kinds
    ? Kinds[Declared[Name]]
    : Declared[Name] extends readonly (infer Value)[]
      ? Value
      : never
}

/** Each of a noun's codes with its own parameters. */
export type SaidOf<Declared> = {
  [Code in keyof Declared]: { readonly code: Code; readonly params: ParamsOf<Declared[Code]> }
}[keyof Declared]

/** Says what is named within another sentence. */
export type InWords = (said: Said) => string

/** A noun's sentences in one language. */
export type SentencesOf<Declared> = {
  readonly [Code in keyof Declared]: keyof Declared[Code] extends never
    ? string
    : (params: ParamsOf<Declared[Code]>, inWords: InWords) => string
}

type Sentence = string | ((params: never, inWords: InWords) => string)

/** Says things by some nouns' sentences of one language; `unknown` stands for codes of others. */
export function speaker(
  sentences: Readonly<Record<string, Sentence>>,
  unknown: (said: Said) => string,
): InWords {
  const inWords: InWords = (said) => {
    const sentence = Object.hasOwn(sentences, said.code) ? sentences[said.code] : undefined
    if (sentence === undefined) return unknown(said)
    // Whoever said it was held to the code's own parameters.
    return typeof sentence === 'string' ? sentence : sentence(said.params as never, inWords)
  }
  return inWords
}
