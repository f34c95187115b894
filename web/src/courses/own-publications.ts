import type { CourseDraft } from '#contract/courses/course'
import { OWN_PUBLICATION_SECONDS, toPublication } from '#contract/courses/own-publication'
import type { Publication } from '#contract/courses/publication'

interface OwnPublication {
  readonly publication: Publication
  /** The addresses of its page. */
  readonly names: readonly string[]
  readonly until: number
}

/** Of this tab, over reloads: somebody who publishes looks right after it. */
const KEY = 'lectern.published'

export function rememberPublication({ id, slug, publishedVersion }: CourseDraft): void {
  if (publishedVersion === null) return
  const own: OwnPublication = {
    publication: toPublication(id, publishedVersion),
    names: [id, slug],
    until: Date.now() + OWN_PUBLICATION_SECONDS * 1_000,
  }
  try {
    sessionStorage.setItem(KEY, JSON.stringify([own, ...known()].slice(0, 20)))
  } catch {
    // Without storage the page is some minutes behind, as for everybody.
  }
}

/** What this tab published of a course, or of any, within the last minutes: the newest. */
export const ownPublication = (idOrSlug?: string): Publication | undefined =>
  known().find(({ names, until }) => until > Date.now() && (!idOrSlug || names.includes(idOrSlug)))
    ?.publication

function known(): readonly OwnPublication[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
  } catch {
    return []
  }
}
