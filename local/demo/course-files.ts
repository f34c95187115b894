import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, posix } from 'node:path'
import type { BodyInput } from '#contract/http/route'
import type { AssetId, FileId } from '#contract/platform/ids'
import type { routes } from '#contract/routes'

/** A lesson as it lies in the course's folder. */
export interface SourceLesson {
  /** Of its file, from the course's folder: links between articles name it. */
  readonly path: string
  readonly title: string
  /** An article's text. */
  readonly markdown?: string
  /** A video's file; its captions and chapters lie beside it. */
  readonly clip?: string
  /** A file to be read where it stands. */
  readonly sheet?: string
  /** What makes it. */
  readonly creation: (made?: Made) => BodyInput<typeof routes.createLesson>
}

/** What became of a clip or a sheet that was put into the course. */
export interface Made {
  readonly assetId: AssetId | null
  readonly fileId: FileId | null
}

export interface SourceCourse {
  readonly title: string
  readonly summary: string
  readonly description: string
  readonly modules: readonly { readonly title: string; readonly lessons: readonly SourceLesson[] }[]
}

/** Reads a course from its folder: `README.md` is what it says of itself, a folder a module, a file in it a lesson. */
export function readCourse(folder: string): SourceCourse {
  const { title, markdown } = readText(join(folder, 'README.md'))
  const [summary = '', ...description] = markdown
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' '))
  const modules = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  return {
    title,
    summary,
    description: description.join('\n\n'),
    modules: modules.map((name) => ({
      title: titleOf(name),
      lessons: readdirSync(join(folder, name))
        .sort()
        .flatMap((file) => {
          const read = KINDS[extname(file)]
          return read ? [{ path: posix.join(name, file), ...read(join(folder, name, file)) }] : []
        }),
    })),
  }
}

/** What a file becomes, by the end of its name. What stands beside a clip is no lesson. */
const KINDS: Readonly<Record<string, (file: string) => Omit<SourceLesson, 'path'>>> = {
  '.md': (file) => {
    const { title, markdown } = readText(file)
    return { title, markdown, creation: () => ({ kind: 'article', title }) }
  },
  '.mp4': (file) => {
    const title = titleOf(basename(file))
    return {
      ...{ title, clip: file },
      creation: (made) => ({ kind: 'video', title, assetId: made?.assetId ?? null }),
    }
  },
  '.pdf': (file) => {
    const title = titleOf(basename(file))
    return {
      ...{ title, sheet: file },
      creation: (made) => ({ kind: 'file', title, fileId: made?.fileId ?? null }),
    }
  },
  '.url': (file) => {
    const title = titleOf(basename(file))
    const address = /^URL=(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? null
    return { title, creation: () => ({ kind: 'embed', title, address }) }
  },
}

function readText(file: string) {
  const [, title, markdown] = /^# ([^\n]+)\n+(.*)$/s.exec(readFileSync(file, 'utf8')) ?? []
  if (title === undefined || markdown === undefined)
    throw new Error(`${file} does not begin with a title`)
  return { title, markdown }
}

/** `02-how-waiting-grows.mp4`: “How waiting grows”. */
function titleOf(name: string): string {
  const words = nameOf(name).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A file's name without its place and its ending. */
export const nameOf = (file: string): string => basename(file, extname(file)).replace(/^\d+-/, '')
