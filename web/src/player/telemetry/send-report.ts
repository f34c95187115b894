import { routes } from 'virtual:routes'
import type { PageReport } from '#contract/platform/page-report'
import type { PlaybackReport } from '#contract/videos/playback-report'

/** Sends a report even while the page goes away; one that is lost is not missed. */
export function sendReport(report: PlaybackReport | PageReport): void {
  const body = new Blob([JSON.stringify(report)], { type: 'application/json' })
  navigator.sendBeacon(`/api${routes.reportPlayback.path}`, body)
}
