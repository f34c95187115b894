/** All texts of a query together; as objects they take some three times as much of an environment's 512 MB. Bytes. */
const LARGEST = 8_000_000

export interface Sized {
  /** Of its text. */
  readonly bytes: number
}

/** An execution environment's own memory of one query: values as they are, the least lately asked of leave first. */
export class Memory<E extends Sized> {
  readonly #entries = new Map<string, { readonly of: string; readonly entry: E }>()
  #bytes = 0

  get(key: string): E | undefined {
    const known = this.#entries.get(key)
    if (!known) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, known)
    return known.entry
  }

  /** `of` is whose it is, by which it is forgotten. */
  set(key: string, of: string, entry: E): void {
    this.#delete(key)
    this.#entries.set(key, { of, entry })
    this.#bytes += entry.bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= LARGEST) break
      this.#delete(oldest)
    }
  }

  forget(of: string): void {
    for (const [key, known] of this.#entries) if (known.of === of) this.#delete(key)
  }

  #delete(key: string): void {
    this.#bytes -= this.#entries.get(key)?.entry.bytes ?? 0
    this.#entries.delete(key)
  }
}
