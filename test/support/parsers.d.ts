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
    manifest: {
      independentSegments?: boolean
      endList?: boolean
      playlistType?: string
      targetDuration?: number
      playlists?: Variant[]
      mediaGroups?: { AUDIO?: Groups<Rendition>; SUBTITLES?: Groups<Rendition> }
      segments: { uri: string; duration: number }[]
    }
  }
}

declare module 'mpd-parser' {
  export function parse(
    manifest: string,
    options: { manifestUri: string },
  ): {
    duration: number
    playlists: (Variant & { segments: { uri: string; resolvedUri: string }[] })[]
    mediaGroups: {
      SUBTITLES: {
        subs: Record<string, { language: string; playlists: { resolvedUri: string }[] }>
      }
    }
  }
}
