/** The parts of these players' parsers that the tests read; neither package declares its types. */
interface Variant {
  uri: string
  attributes: {
    BANDWIDTH: number
    RESOLUTION: { width: number; height: number }
    CODECS?: string
    SUBTITLES?: string
  }
}

interface DashSegment {
  uri: string
  resolvedUri: string
  /** Seconds. */
  duration: number
  presentationTime: number
  map?: { resolvedUri: string }
}

interface DashRendition {
  language: string
  playlists: { resolvedUri: string; segments: DashSegment[] }[]
}

interface Rendition {
  uri: string
  language: string
  default: boolean
  autoselect: boolean
}

type Groups<T> = Record<string, Record<string, T>>

declare module 'm3u8-parser' {
  export class Parser {
    push(text: string): void
    end(): void
    on(event: 'warn', listener: (warning: { message: string }) => void): void
    manifest: {
      independentSegments?: boolean
      endList?: boolean
      playlistType?: string
      targetDuration?: number
      playlists?: Variant[]
      mediaGroups?: { AUDIO?: Groups<Rendition>; SUBTITLES?: Groups<Rendition> }
      segments: { uri: string; duration: number; map?: { uri: string } }[]
    }
  }
}

declare module 'mpd-parser' {
  export function parse(
    manifest: string,
    options: {
      manifestUri: string
      eventHandler?: (event: { type: string; message: string }) => void
    },
  ): {
    duration: number
    playlists: (Variant & { segments: DashSegment[] })[]
    mediaGroups: {
      AUDIO: { audio?: Record<string, DashRendition> }
      SUBTITLES: { subs: Record<string, DashRendition> }
    }
  }
}
