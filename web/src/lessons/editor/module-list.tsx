import { useDeferredValue } from 'react'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { AssetCard } from '#contract/videos/asset'
import type { Editing } from '#web/courses/use-draft.ts'
import { ModuleCard } from './module-card.tsx'

interface Props {
  readonly modules: DraftOutline
  readonly assets: readonly AssetCard[]
  readonly editing: Editing
  /** Whether all is to be there at once, as when somebody comes back to where they were. */
  readonly atOnce: boolean
}

/** A course of so many lessons shows all their fields from the start. */
const MOST_WHOLE = 30
/** Of a long course, what fills a screen: a line is a fifth of a phone's. */
const FIRST_LESSONS = 10

/** A course's contents. Of a long one the first screen is painted before React turns to the rest. */
export function ModuleList({ modules, assets, editing, atOnce }: Props) {
  const isLong = modules.flatMap(({ lessons }) => lessons).length > MOST_WHOLE
  const isWhole = useDeferredValue(true, atOnce || !isLong)
  return (isWhole ? modules : modules.slice(0, 1)).map((module, at) => (
    <ModuleCard
      key={module.id}
      modules={modules}
      at={at}
      most={isWhole ? undefined : FIRST_LESSONS}
      assets={assets}
      editing={editing}
      isLong={isLong}
    />
  ))
}
