import { parentPort, workerData } from 'node:worker_threads'

export interface ToThread {
  readonly id: number
  readonly question: string
  readonly argument: string
}

export type FromThread =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

/** What a thread does when it is asked; `close` is asked at the end. */
type Answers = Readonly<Record<string, (argument: string) => unknown>> & {
  readonly close: () => Promise<void>
}

/** Run in a thread that `startThread` started: starts the part, and answers what it is asked from then on. */
export async function serveThread<Data>(
  start: (data: Data) => Promise<{ readonly url: string; readonly answers: Answers }>,
): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('This file is run as a thread only.')
  const tell = (message: FromThread) => port.postMessage(message)
  const data: Data = workerData
  const { url, answers } = await start(data)
  port.on('message', async ({ id, question, argument }: ToThread) => {
    try {
      const answer = answers[question]
      if (!answer) throw new Error(`Nobody here answers ${question}.`)
      tell({ kind: 'answer', id, value: await answer(argument) })
    } catch (error) {
      tell({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) })
    }
  })
  tell({ kind: 'ready', url })
}
