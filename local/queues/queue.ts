import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Message = z.object({ id: z.string(), body: z.string(), sentAt: z.number() })

interface Held extends z.infer<typeof Message> {
  receives: number
  /** Epoch milliseconds before which nobody receives it. */
  hiddenUntil: number
  receipt: string
}

export interface Received {
  readonly messageId: string
  readonly receiptHandle: string
  readonly body: string
  readonly receives: number
  readonly sentAt: number
}

export interface QueueOptions {
  /** Each message is a file in it until it is deleted, so that no end of the process loses one. */
  readonly directory: string
  /** Seconds. */
  readonly visibilityTimeout: number
  /** Receives after which a message is a dead letter. */
  readonly maxReceives: number
  /**
   * Milliseconds that a second of `changeVisibility` lasts, by which a receiver says when to try again: nobody
   * wants to wait for minutes here. The visibility timeout keeps its own length, or what works long would be
   * handed out twice. @default 1000
   */
  readonly retrySecond?: number
  readonly deadLetter: (body: string, receives: number) => void
}

export type Queue = ReturnType<typeof openQueue>

/** A standard queue of SQS: what was received and not deleted comes back when its time of hiding is over. */
export function openQueue(options: QueueOptions) {
  const { directory, maxReceives, deadLetter, retrySecond = 1000 } = options
  mkdirSync(directory, { recursive: true })
  const messages = new Map<string, Held>()
  const fileOf = (id: string) => join(directory, `${id}.json`)
  const hold = (message: z.infer<typeof Message>) =>
    messages.set(message.id, { ...message, receives: 0, hiddenUntil: 0, receipt: '' })
  const remove = (id: string) => {
    messages.delete(id)
    rmSync(fileOf(id), { force: true })
  }
  for (const name of readdirSync(directory)) {
    const kept = Message.safeParse(JSON.parse(readFileSync(join(directory, name), 'utf8')))
    if (kept.success) hold(kept.data)
  }

  return {
    send(body: string): void {
      const message = { id: randomUUID(), body, sentAt: Date.now() }
      writeFileSync(fileOf(message.id), JSON.stringify(message))
      hold(message)
    },
    /** At most so many that nobody else has now, the oldest first. */
    receive(most: number): Received[] {
      const found: Received[] = []
      for (const message of messages.values()) {
        if (found.length === most) break
        if (message.hiddenUntil > Date.now()) continue
        if (message.receives >= maxReceives) {
          deadLetter(message.body, message.receives)
          remove(message.id)
          continue
        }
        message.receives += 1
        message.receipt = randomUUID()
        message.hiddenUntil = Date.now() + options.visibilityTimeout * 1000
        const { id: messageId, receipt: receiptHandle, body, receives, sentAt } = message
        found.push({ messageId, receiptHandle, body, receives, sentAt })
      }
      return found
    },
    delete: remove,
    /** False for a receipt that is not the last of a message. */
    changeVisibility(receiptHandle: string, seconds: number): boolean {
      const message = [...messages.values()].find(({ receipt }) => receipt === receiptHandle)
      if (message) message.hiddenUntil = Date.now() + seconds * retrySecond
      return message !== undefined
    },
    /** How many could be received now. */
    visible: () =>
      [...messages.values()].filter(({ hiddenUntil }) => hiddenUntil <= Date.now()).length,
    size: () => messages.size,
  }
}
