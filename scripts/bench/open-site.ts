import { DEMO_IS_WHOLE } from '#local/demo/seed'
import { findFreePorts, makeDataDir, removeDataDirs, startLectern } from '#test/support/lectern'

/** A site to measure: the one at `url`, or a local cloud of its own with the demo course. */
export async function openSite(url?: string) {
  if (url) return { url: url.replace(/\/$/, ''), stop: async () => undefined }
  const lectern = await startLectern({
    port: await findFreePorts(),
    dataDir: await makeDataDir(),
    timeoutSeconds: 600,
    until: DEMO_IS_WHOLE,
  })
  const stop = async () => {
    await lectern.stop()
    await removeDataDirs()
  }
  return { url: lectern.endpoints.webUrl, stop }
}
