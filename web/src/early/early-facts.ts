/** What the early script reads in the page, where the build wrote it. */
export interface EarlyFacts {
  readonly pages: readonly {
    /** An expression for the whole path, which captures ids. */
    readonly at: string
    /** Scripts and style sheets, without those that every page has. */
    readonly load: readonly string[]
    /** Of the API: method and address, with `__1__` for what was captured first. */
    readonly asks: readonly (readonly [method: string, address: string])[]
    readonly files: readonly string[]
    /** Whether the lesson of the course is fetched, too, with the view of its kind. */
    readonly opensLesson: boolean
  }[]
  /** What the view of each kind of lesson loads. */
  readonly views: Readonly<Record<string, readonly string[]>>
}
