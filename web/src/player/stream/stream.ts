import { locale } from '#web/words/language.ts'
/** What may keep a video from playing. `not-found`: it is being prepared, or was taken away. */
export type StreamCause = 'network' | 'media' | 'forbidden' | 'not-found' | 'unsupported'

export interface Quality {
  readonly id: number
  /** The picture's shorter side in pixels, as people name qualities. */
  readonly height: number
}

export interface SoundTrack {
  readonly id: number
  readonly label: string
}

/** What a stream offers and what of it plays; `auto` leaves the quality to the network. */
export interface StreamState {
  readonly qualities: readonly Quality[]
  readonly chosen: number | 'auto'
  readonly sounds: readonly SoundTrack[]
  readonly sound: number | undefined
}

export interface StreamEvents {
  readonly onState: (state: StreamState) => void
  /** A fatal problem stops the loading until `goOn`; others the stream mends itself. */
  readonly onProblem: (cause: StreamCause, fatal: boolean) => void
  /** An estimate of the connection, in bits per second. */
  readonly onBandwidth: (bitsPerSecond: number) => void
}

/** One way to bring a lecture into a video element. */
export interface Stream {
  readonly kind: 'hls' | 'dash' | 'native'
  choose(quality: number | 'auto'): void
  chooseSound(id: number): void
  /** Loads again from where the video is, after a fatal problem. */
  goOn(): void
  /** Tries to decode again after a fatal `media` problem, by other means at each call; false when none is left. */
  mend(): boolean
  close(): void
}

/** A stream that plays nothing, for what a browser cannot do. */
export const inertStream = (kind: Stream['kind']): Stream => ({
  kind,
  choose: () => {},
  chooseSound: () => {},
  goOn: () => {},
  mend: () => false,
  close: () => {},
})

export interface Source {
  readonly hlsUrl: string
  readonly dashUrl: string
  /** Seconds. */
  readonly startAt: number
  /** Bits per second of this connection as it was known before; undefined where nothing is known. */
  readonly bandwidth: number | undefined
}

export type OpenStream = (
  video: HTMLVideoElement,
  source: Source,
  events: StreamEvents,
) => Promise<Stream>

export const shorterSide = (width: number, height: number) =>
  width > 0 ? Math.min(width, height) : height

/** `English`, from `en`; the tag itself where the browser does not know it. */
export function languageName(tag: string | undefined): string | undefined {
  if (!tag || tag === 'und') return undefined
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag)
  } catch {
    return tag
  }
}
