import { Parser } from 'm3u8-parser'
import type { LessonContent } from '#contract/courses/content'
import { text, type UserAnswer, type UserContext, type UserRequest } from './context.ts'

/** Where a file is that another names. */
const beside = (file: string, name: string): string => new URL(name, `http://site${file}`).pathname

const parse = (body: string) => {
  const parser = new Parser()
  parser.push(body)
  parser.end()
  return parser.manifest
}

export async function keepLesson(
  _: UserRequest,
  answer: UserAnswer,
  { vars }: UserContext,
): Promise<void> {
  const content: LessonContent = JSON.parse(answer.body)
  if (!('hlsUrl' in content)) throw new Error('A lesson of the load is no video.')
  vars.playbackUrl = content.playbackUrl
  vars.manifestUrl = content.hlsUrl
}

/** A rung from the middle, where most watch, and the first sound. */
export async function keepManifest(
  _: UserRequest,
  answer: UserAnswer,
  context: UserContext,
): Promise<void> {
  const { playlists = [], mediaGroups } = parse(answer.body)
  const rungs = playlists.toSorted((a, b) => a.attributes.BANDWIDTH - b.attributes.BANDWIDTH)
  const rung = rungs[Math.floor(rungs.length / 2)]
  const sound = Object.values(Object.values(mediaGroups?.AUDIO ?? {})[0] ?? {})[0]
  if (!rung || !sound?.uri) throw new Error('A lecture of the load has no rung or no sound.')
  const file = text(context, 'manifestUrl')
  context.vars.pictureUrl = beside(file, rung.uri)
  context.vars.soundUrl = beside(file, sound.uri)
}

const keepPlaylist =
  (of: 'picture' | 'sound') =>
  async (_: UserRequest, answer: UserAnswer, context: UserContext): Promise<void> => {
    const { segments = [] } = parse(answer.body)
    const file = text(context, `${of}Url`)
    context.vars[`${of}Segments`] = segments.map(({ uri }) => beside(file, uri))
    context.vars[`${of}InitUrl`] = beside(file, segments[0]?.map?.uri ?? segments[0]?.uri ?? '')
    context.vars.segment = Math.floor(Math.random() * segments.length)
  }
export const keepPicture = keepPlaylist('picture')
export const keepSound = keepPlaylist('sound')

/** The lecture again where it ends. */
export async function nextSegment({ vars }: UserContext): Promise<void> {
  const at = Number(vars.segment)
  vars.segment = at + 1
  for (const of of ['picture', 'sound']) {
    const segments = vars[`${of}Segments`] as readonly string[]
    vars[`${of}SegmentUrl`] = segments[at % segments.length]
  }
}
