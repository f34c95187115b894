export interface Closable {
  close(): Promise<void> | void
}

/** Things to close, last opened first. */
export interface Closing {
  /** Remembers it, and hands it back. */
  add<T extends Closable>(part: T): T
  /** Closes everything once; what fails to close does not keep the rest open. */
  closeAll(): Promise<void>
}

export function createClosing(onError: (error: unknown) => void): Closing {
  const parts: Closable[] = []
  return {
    add(part) {
      parts.push(part)
      return part
    },
    async closeAll() {
      for (let part = parts.pop(); part; part = parts.pop())
        try {
          await part.close()
        } catch (error) {
          onError(error)
        }
    },
  }
}
