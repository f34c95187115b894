/**
 * Which pages of a document have been read, for whoever went on at a page: those before it were. A page was read when it
 * was in front for a second; leafing past it is no reading.
 */
export class ReadThrough {
  readonly #from: number
  readonly #pages: number
  readonly #read = new Set<number>()

  /** Pages from 1. */
  constructor(from: number, pages: number) {
    this.#from = from
    this.#pages = pages
  }

  add(first: number, last: number): void {
    for (let page = Math.max(first, this.#from); page <= Math.min(last, this.#pages); page++)
      this.#read.add(page)
  }

  /** Whether there is none left up to the last. */
  get isWhole(): boolean {
    return this.#pages > 0 && this.#read.size === this.#pages - this.#from + 1
  }
}
