import { WaitingLine } from '#load/simulation/engine/waiting-line'
import { type Amounts, type MachineFigures, type Stage, stageFacts, stages } from './stages.ts'

/**
 * A machine whose cores everything shares. A request waits for a core, or for the thread that has most before it where
 * that takes longer; then it is worked at for as long as its stages take together.
 */
export class Machine {
  readonly #secondsPer: Amounts
  readonly #cores: WaitingLine
  readonly #threads: Partial<Record<Stage, WaitingLine>> = {}

  constructor({ cores, secondsPer }: MachineFigures) {
    this.#secondsPer = secondsPer
    this.#cores = new WaitingLine(cores)
    for (const stage of stages)
      if (stageFacts[stage].isAlone) this.#threads[stage] = new WaitingLine(1)
    // Both are Artillery's one thread.
    this.#threads.coming = this.#threads.generator
  }

  /**
   * @param speed what is left of the cores beside others, from 0 to 1; a thread has its turns as before
   * @returns seconds until it is answered; who asks must ask in the order of time
   */
  answer(now: number, amounts: Amounts, speed = 1): number {
    let waits = 0
    let awaited = 0
    let behind = 0
    for (const stage of stages) {
      const seconds = amounts[stage] * this.#secondsPer[stage]
      if (seconds === 0) continue
      const { isAwaited } = stageFacts[stage]
      const wait = this.#threads[stage]?.join(now, seconds) ?? 0
      if (isAwaited) {
        awaited += seconds
        waits = Math.max(waits, wait)
      } else behind += seconds
    }
    waits = Math.max(waits, this.#cores.join(now, awaited / speed))
    if (behind > 0) this.#cores.join(now, behind / speed)
    return waits + awaited
  }
}
