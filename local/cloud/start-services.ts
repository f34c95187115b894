import type { Closing } from '#local/service/closing'
import type { Context, Service } from '#local/service/service'

/** Starts one after the other; what has started is closed with the rest, also when a later one fails. */
export async function startServices(
  services: readonly Service[],
  context: Context,
  closing: Closing,
): Promise<void> {
  for (const service of services) {
    const started = await service.start(context)
    if (started) closing.add(started)
  }
}
