/** The part of the W3C's parser that is used here; the package declares no types. */
declare module 'webvtt-parser' {
  export interface ParsedNode {
    readonly type: 'text' | 'object' | 'timestamp'
    /** A tag's: `i`, `v`. */
    readonly name?: string
    readonly classes?: readonly string[]
    /** A text with its entities undone, a tag's annotation, or a time in seconds. */
    readonly value?: string | number
    readonly children?: readonly ParsedNode[]
  }
  export interface ParsedCue {
    readonly startTime: number
    readonly endTime: number
    readonly direction: 'horizontal' | 'rl' | 'lr'
    readonly snapToLines: boolean
    readonly linePosition: 'auto' | number
    readonly lineAlign: string
    readonly textPosition: 'auto' | number
    readonly positionAlign: string
    readonly size: number
    readonly alignment: string
    readonly tree: { readonly children: readonly ParsedNode[] }
  }
  export interface ParsedFile {
    /** In order of their beginnings. */
    readonly cues: readonly ParsedCue[]
    /** Lines from 1. */
    readonly errors: readonly { readonly message: string; readonly line: number }[]
  }
  export class WebVTTParser {
    constructor(entities?: Readonly<Record<string, string>>)
    parse(text: string, mode: 'metadata'): ParsedFile
  }
  const module: { readonly WebVTTParser: typeof WebVTTParser }
  export default module
}
