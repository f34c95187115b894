import type { Emitter, UserAnswer, UserContext, UserRequest } from './context.ts'
import { measured } from './measured.ts'

const asked = new WeakMap<UserContext, number>()
const started = new WeakMap<UserContext, number>()

/** Beside what Artillery measures by name: what the promises are about, over all names. */
export const askedNow = (context: UserContext) => asked.set(context, performance.now())

const count = (answer: UserAnswer, events: Emitter) => {
  if (answer.statusCode >= 400) events.emit('counter', measured.failed, 1)
}

const measure =
  (name: string) =>
  async (_: UserRequest, answer: UserAnswer, context: UserContext, events: Emitter) => {
    events.emit('histogram', name, performance.now() - (asked.get(context) ?? performance.now()))
    count(answer, events)
  }

export const measureApi = measure(measured.api)
export const measureFile = measure(measured.file)
export const measurePage = measure(measured.page)
export const measureSignIn = measure(measured.signIn)

/** The click on a lecture. */
export const beginsToPlay = (context: UserContext) => started.set(context, performance.now())

/** The first segment of picture and sound is there; what a browser then takes to show it is not known here. */
export async function measureStart(
  _: UserRequest,
  __: UserAnswer,
  context: UserContext,
  events: Emitter,
): Promise<void> {
  const from = started.get(context)
  if (from === undefined) return
  events.emit('histogram', measured.videoStart, performance.now() - from)
  started.delete(context)
}
