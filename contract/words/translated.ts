/** A catalogue with the same keys and parameters as another, in other words. */
export type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends (...given: infer Given) => infer Text
      ? (...given: Given) => Text extends string ? string : Text
      : Translated<Words[Key]>
}
