import shaka from 'shaka-player/dist/shaka-player.dash-es2021.js'
import { startWithin } from '#contract/progress/within-stream'
import { words } from '#web/player/words/en.ts'
import {
  inertStream,
  languageName,
  type OpenStream,
  type StreamCause,
  shorterSide,
} from './stream.ts'

/** Plays the DASH manifest by Shaka, for those who ask for it and where hls.js cannot decode. */
export const openDash: OpenStream = async (video, source, events) => {
  if (!shaka.Player.isBrowserSupported()) {
    events.onProblem('unsupported', true)
    return inertStream('dash')
  }
  const player = new shaka.Player()
  await player.attach(video)
  player.configure({
    abr: {
      defaultBandwidthEstimate: source.bandwidth ?? 500_000,
      restrictToElementSize: true,
    },
    streaming: { bufferingGoal: 30 },
  })
  let tracks: shaka.extern.Track[] = []
  let sounds: shaka.extern.Track[] = []
  const tell = () => {
    tracks = onePerHeight(player.getVariantTracks())
    sounds = onePerLanguage(player.getVariantTracks())
    const playing = player.getVariantTracks().find((track) => track.active)
    events.onState({
      qualities: tracks.map((track, id) => ({
        id,
        height: shorterSide(track.width ?? 0, track.height ?? 0),
      })),
      chosen: player.getConfiguration().abr.enabled
        ? 'auto'
        : tracks.findIndex((track) => track.height === playing?.height),
      sounds: sounds.map((track, id) => ({
        id,
        label: languageName(track.language) ?? track.label ?? words.sound,
      })),
      sound: sounds.findIndex((track) => track.language === playing?.language),
    })
  }
  player.addEventListener('trackschanged', tell)
  player.addEventListener('variantchanged', tell)
  player.addEventListener('adaptation', () => {
    const { estimatedBandwidth } = player.getStats()
    if (estimatedBandwidth > 0) events.onBandwidth(estimatedBandwidth)
  })
  player.addEventListener('error', (event: Event & { detail?: unknown }) => fail(event.detail))
  function fail(error: unknown) {
    if (!(error instanceof shaka.util.Error)) return events.onProblem('network', true)
    if (error.code === shaka.util.Error.Code.LOAD_INTERRUPTED) return
    events.onProblem(causeOf(error), error.severity === shaka.util.Error.Severity.CRITICAL)
  }
  let startAt = source.startAt
  player.addEventListener('canupdatestarttime', () => {
    startAt = startWithin(startAt, player.seekRange().end)
    player.updateStartTime(startAt)
  })
  const load = (at: number) => {
    startAt = at
    return player.load(source.dashUrl, at > 0 ? at : undefined).catch(fail)
  }
  void load(source.startAt)
  return {
    kind: 'dash',
    choose: (quality) => {
      player.configure({ abr: { enabled: quality === 'auto' } })
      const track = quality === 'auto' ? undefined : tracks[quality]
      if (track) player.selectVariantTrack(track, true)
      tell()
    },
    chooseSound: (id) => {
      const track = sounds[id]
      if (track) player.selectVariantTrack(track, true)
    },
    goOn: () => {
      if (!player.getManifest() || !player.retryStreaming()) void load(video.currentTime || startAt)
    },
    mend: () => false,
    close: () => {
      player.destroy().catch((error: unknown) => console.warn('Shaka did not end cleanly', error))
    },
  }
}

function onePerHeight(tracks: readonly shaka.extern.Track[]) {
  const kept = new Map(tracks.map((track) => [track.height ?? 0, track]))
  return [...kept.values()].sort((a, b) => (a.height ?? 0) - (b.height ?? 0))
}

function onePerLanguage(tracks: readonly shaka.extern.Track[]) {
  return [...new Map(tracks.map((track) => [track.language, track])).values()]
}

function causeOf(error: shaka.util.Error): StreamCause {
  const { Category, Code } = shaka.util.Error
  if (error.code === Code.BAD_HTTP_STATUS) {
    const status: unknown = error.data[1]
    if (status === 403 || status === 401) return 'forbidden'
    if (status === 404 || status === 410) return 'not-found'
    return 'network'
  }
  if (error.category === Category.NETWORK) return 'network'
  return error.code === Code.CONTENT_UNSUPPORTED_BY_BROWSER ? 'unsupported' : 'media'
}
