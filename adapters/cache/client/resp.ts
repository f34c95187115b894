/** What Valkey answers; an error is a value here, since of many answers in a row each stands for itself. */
export type Reply = string | number | Buffer | null | ReplyError | Reply[]
export type Argument = string | number | Buffer
export type Command = readonly [name: string, ...Argument[]]

/** An answer of Valkey that begins with a code: `READONLY`, `OOM`, `MOVED`. */
export class ReplyError extends Error {
  readonly code: string
  constructor(message: string) {
    super(message)
    this.name = 'ReplyError'
    this.code = message.split(' ', 1)[0] ?? ''
  }
}

/** A command on the wire, as an array of strings. https://valkey.io/topics/protocol/ */
export function encode(command: Command): (string | Buffer)[] {
  const parts: (string | Buffer)[] = []
  let text = `*${command.length}\r\n`
  for (const argument of command) {
    if (typeof argument === 'object') {
      parts.push(`${text}$${argument.length}\r\n`, argument)
      text = '\r\n'
    } else {
      const value = String(argument)
      text += `$${Buffer.byteLength(value)}\r\n${value}\r\n`
    }
  }
  parts.push(text)
  return parts
}

const LINE_END = 13
/** Of the answers that we ask for none comes near; what is longer is no answer. */
const LONGEST_LINE = 65_536

/** Reads answers from chunks that end anywhere. */
export class ReplyReader {
  #buffer: Buffer = Buffer.alloc(0)
  #at = 0

  /** @throws Error when that is no answer of Valkey; then nothing that follows can be read */
  push(chunk: Buffer): Reply[] {
    this.#buffer =
      this.#at === this.#buffer.length
        ? chunk
        : Buffer.concat([this.#buffer.subarray(this.#at), chunk])
    this.#at = 0
    const replies: Reply[] = []
    for (;;) {
      const start = this.#at
      const reply = this.#read()
      if (reply === undefined) {
        this.#at = start
        return replies
      }
      replies.push(reply)
    }
  }

  /** Undefined where more has to come. */
  #read(): Reply | undefined {
    const line = this.#line()
    if (line === undefined) return undefined
    const rest = line.slice(1)
    switch (line[0]) {
      case '+':
        return rest
      case '-':
        return new ReplyError(rest)
      case ':':
        return Number(rest)
      case '$':
        return this.#bulk(lengthOf(rest))
      case '*':
        return this.#array(lengthOf(rest))
      default:
        throw new Error('This is no answer of Valkey.')
    }
  }

  #line(): string | undefined {
    const end = this.#buffer.indexOf(LINE_END, this.#at)
    if (end === -1 || end + 1 >= this.#buffer.length) {
      if (this.#buffer.length - this.#at > LONGEST_LINE && end === -1)
        throw new Error('This is no answer of Valkey.')
      return undefined
    }
    const line = this.#buffer.toString('latin1', this.#at, end)
    this.#at = end + 2
    return line
  }

  #bulk(length: number): Buffer | null | undefined {
    if (length === -1) return null
    const end = this.#at + length
    if (this.#buffer.length < end + 2) return undefined
    const value = this.#buffer.subarray(this.#at, end)
    this.#at = end + 2
    return value
  }

  #array(length: number): Reply[] | null | undefined {
    if (length === -1) return null
    const items: Reply[] = []
    while (items.length < length) {
      const item = this.#read()
      if (item === undefined) return undefined
      items.push(item)
    }
    return items
  }
}

function lengthOf(text: string): number {
  const length = Number(text)
  if (Number.isInteger(length) && length >= -1) return length
  throw new Error('This is no answer of Valkey.')
}
