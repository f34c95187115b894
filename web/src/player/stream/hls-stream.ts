import Hls, { type ErrorData, type HlsConfig } from 'hls.js'
import { startWithin } from '#contract/progress/within-stream'
import {
  languageName,
  type OpenStream,
  type Source,
  type StreamCause,
  type StreamEvents,
  shorterSide,
} from './stream.ts'
import { warmLoader } from './warm-loader.ts'

/** Plays HLS by media source extensions. */
export const openHls: OpenStream = async (video, source, events) => {
  const hls = new Hls(settingsOf(source))
  let mends = 0
  let manifestRead = false
  let startAt = source.startAt
  let wanted: number | 'auto' = 'auto'
  const tell = () =>
    events.onState({
      qualities: hls.levels.map((level, id) => ({
        id,
        height: shorterSide(level.width, level.height),
      })),
      chosen: wanted,
      sounds: (hls.audioTracks ?? []).map((track, id) => ({
        id,
        label: languageName(track.lang) ?? track.name,
      })),
      sound: hls.audioTrack >= 0 ? hls.audioTrack : undefined,
    })
  hls.on(Hls.Events.MANIFEST_PARSED, () => {
    manifestRead = true
    tell()
  })
  hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, tell)
  hls.on(Hls.Events.AUDIO_TRACK_SWITCHED, tell)
  hls.on(Hls.Events.LEVEL_LOADED, (_, { details }) => {
    // Asked to begin behind the end, hls.js waits for ever.
    const start = startWithin(startAt, details.totalduration)
    if (start === startAt) return
    startAt = start
    hls.startLoad(start)
  })
  hls.on(Hls.Events.FRAG_BUFFERED, () => events.onBandwidth(hls.bandwidthEstimate))
  hls.on(Hls.Events.ERROR, (_, error) => onError(hls, error, events))
  hls.loadSource(source.hlsUrl)
  hls.attachMedia(video)
  return {
    kind: 'hls',
    choose: (quality) => {
      wanted = quality
      hls.nextLevel = quality === 'auto' ? -1 : quality
      tell()
    },
    chooseSound: (id) => {
      hls.audioTrack = id
    },
    goOn: () => {
      if (!manifestRead) {
        hls.loadSource(source.hlsUrl)
        return
      }
      hls.startLoad(video.currentTime || startAt)
      // After an error hls.js takes another rung than the one that was chosen.
      if (wanted !== 'auto') hls.nextLevel = wanted
    },
    mend: () => {
      mends += 1
      if (mends === 2) hls.swapAudioCodec()
      if (mends === 3 && hls.levels.length > 1) hls.autoLevelCapping = 0
      if (mends > 3) return false
      hls.recoverMediaError()
      return true
    },
    close: () => hls.destroy(),
  }
}

function settingsOf(source: Source): Partial<HlsConfig> {
  return {
    // Fragmented MP4 needs no remuxing, so a worker would only cost its start.
    enableWorker: false,
    // The smallest rung shows a picture soonest; the estimate then climbs at once, without a probe.
    startLevel: 0,
    testBandwidth: false,
    startFragPrefetch: true,
    ...(source.bandwidth && {
      abrEwmaDefaultEstimate: source.bandwidth,
      abrEwmaDefaultEstimateMax: source.bandwidth,
    }),
    startPosition: source.startAt > 0 ? source.startAt : -1,
    capLevelToPlayerSize: true,
    backBufferLength: 60,
    // What is loaded and never watched costs the learner and the operator alike.
    maxMaxBufferLength: 60,
    loader: warmLoader(Hls.DefaultConfig.loader),
  }
}

function onError(hls: Hls, error: ErrorData, events: StreamEvents): void {
  const cause = causeOf(error)
  if (!cause) return
  // A refusal is no accident of one rung: trying the others would only cost time.
  const fatal = error.fatal || cause === 'forbidden' || cause === 'not-found'
  if (fatal && cause !== 'media') hls.stopLoad()
  events.onProblem(cause, fatal)
}

function causeOf(error: ErrorData): StreamCause | undefined {
  const status = error.response?.code
  if (status === 403 || status === 401) return 'forbidden'
  if (status === 404 || status === 410) return 'not-found'
  if (error.details === Hls.ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR) return 'unsupported'
  if (error.type === Hls.ErrorTypes.NETWORK_ERROR) return 'network'
  if (error.type === Hls.ErrorTypes.MEDIA_ERROR || error.type === Hls.ErrorTypes.MUX_ERROR)
    // A stall is seen by the video's own events, and mended by hls.js.
    return error.fatal || error.details !== Hls.ErrorDetails.BUFFER_STALLED_ERROR
      ? 'media'
      : undefined
  return error.fatal ? 'media' : undefined
}
