import type { LessonPlacement, ModulePlacement } from '#contract/lessons/routes'
import { say } from '#contract/say'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import { DomainError } from '#core/platform/errors'
import { type Placed, placeBehind, positionAtEnd } from './place-behind.ts'
import type { OutlineRepository, OutlineWrite } from './ports.ts'
import { retryWhileOvertaken } from './retry-while-overtaken.ts'

interface MoveDeps extends TeachingReaders {
  readonly outlines: Pick<OutlineRepository, 'listContents' | 'writeOutline'>
}

interface Placements {
  readonly modules: readonly ModulePlacement[]
  readonly lessons: readonly LessonPlacement[]
}

/**
 * Moves modules and lessons to where they are to stand. What others took away meanwhile is left out. To say the same
 * again changes nothing more, so whoever got no answer may repeat it.
 */
export async function moveItems(
  deps: MoveDeps,
  { modules, lessons, ...input }: OfCourse & Placements,
): Promise<void> {
  await findOwnCourse(deps, input, 'edit')
  await retryWhileOvertaken(async () => {
    const stored = await deps.outlines.listContents(input.courseId)
    const moved = modulesMoved(stored.modules, modules)
    const writes = [...moved, ...lessonsMoved(stored, lessons, new Set(moved.map(({ id }) => id)))]
    const isDone = writes.length === 0 || (await deps.outlines.writeOutline(input.courseId, writes))
    return isDone ? 'moved' : null
  })
}

type Contents = Awaited<ReturnType<OutlineRepository['listContents']>>

const modulesMoved = (
  modules: Contents['modules'],
  placements: readonly ModulePlacement[],
): OutlineWrite[] => {
  const { positions, anchors } = placeAll('module', modules, modules, placements)
  return [
    ...modules.flatMap(({ id, position }): OutlineWrite[] => {
      const set = positions.get(id)
      return set === undefined || set === position
        ? []
        : [{ kind: 'module', id, set: { position: set }, seen: { position } }]
    }),
    ...modules
      .filter(({ id, position }) => anchors.has(id) && (positions.get(id) ?? position) === position)
      .map(({ id, position }): OutlineWrite => ({ kind: 'module', id, seen: { position } })),
  ]
}

function lessonsMoved(
  { modules, lessons }: Contents,
  placements: readonly LessonPlacement[],
  heldModules: ReadonlySet<string>,
): OutlineWrite[] {
  const moving = new Set(placements.map(({ id }) => id))
  const writes: OutlineWrite[] = []
  const touched = new Set<string>()
  for (const [moduleId, into = []] of Object.entries(
    Object.groupBy(placements, (placement) => placement.moduleId),
  )) {
    const coming = new Set(into.map(({ id }) => id))
    const standing = lessons.filter((one) => one.moduleId === moduleId && !moving.has(one.id))
    const arriving = lessons.filter(({ id }) => coming.has(id))
    if (arriving.length === 0) continue
    if (!modules.some(({ id }) => id === moduleId)) throw placeGone('lesson')
    const own = arriving.filter((one) => one.moduleId === moduleId)
    const { positions, anchors } = placeAll('lesson', [...standing, ...own], arriving, into)
    for (const lesson of [...standing, ...arriving]) {
      const { id, position } = lesson
      const seen = { position, moduleId: lesson.moduleId }
      const set = positions.get(id) ?? position
      const isElsewhere = lesson.moduleId !== moduleId
      if (isElsewhere) {
        touched.add(moduleId).add(lesson.moduleId)
        writes.push({ kind: 'lesson', id, set: { moduleId, position: set }, seen })
      } else if (set !== position) writes.push({ kind: 'lesson', id, set: { position: set }, seen })
      else if (anchors.has(id)) writes.push({ kind: 'lesson', id, seen })
    }
  }
  // Nothing comes into a module that is taken away at this moment, nor out of it.
  const held = [...touched].filter((id) => !heldModules.has(id))
  return [...held.map((id): OutlineWrite => ({ kind: 'module', id, seen: {} })), ...writes]
}

/** Where items come to stand in a list, and behind which others; `moved` may come from elsewhere. */
function placeAll(
  what: OutlineWrite['kind'],
  list: readonly Placed[],
  moved: readonly Placed[],
  placements: readonly { readonly id: string; readonly after: string | null }[],
) {
  const wanted = new Map(placements.map((placement) => [placement.id, placement]))
  const before = new Map(list.map(({ id, position }) => [id, position]))
  const there = new Set(moved.map(({ id }) => id))
  const placed = new Map(
    list.filter(({ id }) => !wanted.has(id)).map(({ id, position }) => [id, position]),
  )
  const anchors = new Set<string>()
  for (const { id, after } of wanted.values()) {
    if (!there.has(id)) continue
    if (after === id) throw new DomainError('conflict', say('behind_itself', { what }))
    const behind = resolve(after, (one) => placed.has(one), wanted)
    if (behind === undefined) throw placeGone(what)
    if (behind !== null) anchors.add(behind)
    const items = [...placed].map(([one, position]) => ({ id: one, position }))
    const own = { id, position: before.get(id) ?? positionAtEnd(items) }
    placed.set(id, own.position)
    for (const [one, position] of placeBehind([...items, own], id, behind))
      placed.set(one, position)
  }
  return { positions: placed, anchors }
}

/** An item that was to be followed and is there no more has left its place to the one before it. */
function resolve(
  after: string | null,
  isThere: (id: string) => boolean,
  wanted: ReadonlyMap<string, { readonly after: string | null }>,
): string | null | undefined {
  const asked = new Set<string>()
  let at = after
  while (at !== null && !isThere(at)) {
    const next: { readonly after: string | null } | undefined = asked.has(at)
      ? undefined
      : wanted.get(at)
    if (!next) return undefined
    asked.add(at)
    at = next.after
  }
  return at
}

const placeGone = (what: OutlineWrite['kind']) =>
  new DomainError('conflict', say('place_gone', { what }))
