import type { Language } from '#contract/videos/asset'
import type { FolderManifest, ManifestLesson } from '#contract/videos/folder-manifest'
import { isSameKey } from '#core/videos/source/companion-key'

/** A manifest, and the folder that it stands in: `linear-algebra/`. */
export interface PlacedManifest {
  readonly folder: string
  readonly manifest: FolderManifest
}

/** What a manifest says of one video. */
export interface ListedVideo {
  readonly key: string
  /** Null where it says none; the names of folder and file stand then. */
  readonly title: string | null
  readonly position: number
  readonly companions: readonly ListedCompanion[]
}

/** What a manifest says of one file of captions or chapters. */
export type ListedCompanion =
  | {
      readonly kind: 'captions'
      readonly key: string
      readonly language: Language
      readonly label: string | undefined
    }
  | { readonly kind: 'chapters'; readonly key: string }

/** Every video that a manifest lists, by the keys that they have in the bucket. */
export const listedVideos = ({ folder, manifest }: PlacedManifest): ListedVideo[] => [
  ...manifest.lessons.map((lesson, at) => toVideo(folder, lesson, at)),
  ...manifest.modules.flatMap(({ folder: name, lessons }) =>
    lessons.map((lesson, at) => toVideo(`${folder}${name}/`, lesson, at)),
  ),
]

/** What is said of a video by the nearest manifest that lists it. */
export const findVideo = (
  manifests: readonly PlacedManifest[],
  key: string,
): ListedVideo | undefined =>
  manifests.flatMap(listedVideos).find((video) => isSameKey(video.key, key))

/** Whose captions or chapters a file is, as the nearest manifest that lists it says. */
export function findCompanion(manifests: readonly PlacedManifest[], key: string) {
  for (const video of manifests.flatMap(listedVideos))
    for (const companion of video.companions)
      if (isSameKey(companion.key, key)) return { video, companion }
  return undefined
}

/** The place of a module by its folder, where a manifest gives one. */
export const findModule = (manifests: readonly PlacedManifest[], folder: string) =>
  manifests
    .flatMap(({ folder: base, manifest }) => [
      ...(isSameKey(base, folder) && manifest.title
        ? [{ title: manifest.title, position: null }]
        : []),
      ...manifest.modules.flatMap(({ folder: name, title }, place) =>
        isSameKey(`${base}${name}/`, folder) ? [{ title: title ?? null, position: place + 1 }] : [],
      ),
    ])
    .at(0)

function toVideo(
  folder: string,
  { file, title, captions, chapters }: ManifestLesson,
  at: number,
): ListedVideo {
  return {
    key: folder + file,
    title: title ?? null,
    position: at + 1,
    companions: [
      ...captions.map(({ file, language, label }) => ({
        kind: 'captions' as const,
        key: folder + file,
        language,
        label,
      })),
      ...(chapters ? [{ kind: 'chapters' as const, key: folder + chapters }] : []),
    ],
  }
}
