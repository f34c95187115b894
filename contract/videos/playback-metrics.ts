/**
 * What CloudWatch is told of playing: of each stream kind by the dimension `stream`, and of all together
 * without a dimension.
 */
export const playbackMetrics = {
  /** From the wish to play to the first frame, in milliseconds, as the sampled views measured it. */
  videoStart: 'VideoStart',
  /** How many views came to their first frame. */
  videoStarts: 'VideoStarts',
  /** Stops to wait for data. */
  rebuffers: 'Rebuffers',
  /** How long those stops took together, in milliseconds. */
  rebufferTime: 'RebufferTime',
  switches: 'Switches',
  /** Views that an error ended. */
  playbackErrors: 'PlaybackErrors',
  playedSeconds: 'PlayedSeconds',
} as const
