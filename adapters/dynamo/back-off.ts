import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds. */
const FIRST = 20
const LONGEST = 1000

/** Waits before the next try: longer each time, and by chance, so that those who met do not meet again. */
export const backOff = (tries: number): Promise<void> =>
  sleep(Math.random() * Math.min(LONGEST, FIRST * 2 ** tries))
