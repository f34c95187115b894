/** What the early script reads in the page, where the build wrote it. */
export interface EarlyFacts {
  /** Of scripts and style sheets. */
  readonly names: readonly string[]
  readonly pages: readonly {
    /** An expression for the whole path, which captures ids. */
    readonly at: string
    /** By their places among the names, without those that every page has. */
    readonly load: readonly number[]
    /** Of the API: method and address, with `__1__` for what was captured first, `__from__` and `__to__` for the days. */
    readonly asks: readonly (readonly [method: string, address: string])[]
    readonly files: readonly string[]
    /** Whether the lesson of the course is fetched, too, with the view of its kind. */
    readonly opensLesson: boolean
  }[]
  /** What the view of each kind of lesson loads. */
  readonly views: Readonly<Record<string, readonly number[]>>
}
