import type { FrameCaptureSettings } from '@aws-sdk/client-mediaconvert'

/** Lectures begin with black, a logo or a title that fades in: a tenth on, and ten seconds at most, is past that. */
const SHARE = 0.1
const LATEST_SECONDS = 10

/** No oftener than the slowest rate that we encode at has frames. */
const SOONEST_SECONDS = 0.1

/**
 * The capture that becomes the poster. A capture's time is no setting of its own: MediaConvert takes the
 * first frame, then one after each interval. So two are taken, and the second is the poster; a video that
 * is shorter than it claims to be has the first alone.
 * https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html, FrameCaptureSettings
 */
export function posterCapture(durationSeconds: number) {
  const seconds = Math.max(SOONEST_SECONDS, Math.min(durationSeconds * SHARE, LATEST_SECONDS))
  return {
    FramerateNumerator: 1000,
    FramerateDenominator: Math.round(seconds * 1000),
    MaxCaptures: 2,
    Quality: 80,
  } satisfies FrameCaptureSettings
}
