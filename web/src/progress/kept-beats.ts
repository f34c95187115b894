import { addBeat, dropSent, type QueuedBeat, readQueue } from './queued-beats.ts'

/** A tab that wrote nothing for this long is not about to. */
const QUIET_MS = 60_000

export interface KeptBeats {
  /** Keeps a beat; answers it with all that is kept of its lesson in this tab. */
  add(beat: QueuedBeat): QueuedBeat
  /** What no tab has got through yet, this one's and those that were closed. */
  all(): QueuedBeat[]
  /** The server took it. */
  drop(sent: QueuedBeat): void
}

/**
 * One person's beats in this browser, until the server has them. A browser gives no transaction over its
 * storage, and a write reaches other tabs late: so each tab writes to its own queue alone. From the
 * queue of another it takes away only what that one has long left as it is; until then the same beat may
 * be sent twice, which is harmless.
 */
export function keptBeats(
  storage: Storage,
  owner: string,
  tab: string,
  now = () => Date.now(),
): KeptBeats {
  const own = `${owner}.${tab}`
  const change = (key: string, update: (queue: QueuedBeat[]) => QueuedBeat[]) => {
    const queue = update(readQueue(storage.getItem(key)))
    if (queue.length > 0) storage.setItem(key, JSON.stringify(queue))
    else storage.removeItem(key)
  }
  const keys = () =>
    Object.keys(storage).filter((key) => key === owner || key.startsWith(`${owner}.`))
  return {
    add(beat) {
      let merged = beat
      change(own, (queue) => {
        const added = addBeat(queue, beat)
        merged = added.at(-1) ?? beat
        return added
      })
      return merged
    },
    all: () => keys().flatMap((key) => readQueue(storage.getItem(key))),
    drop(sent) {
      // A beat of the future is of a clock that was set back since.
      const isQuiet = Math.abs(now() - Date.parse(sent.at)) > QUIET_MS
      for (const key of keys())
        if (key === own || isQuiet) change(key, (queue) => dropSent(queue, sent))
    },
  }
}
