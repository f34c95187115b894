import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { isId } from '#contract/platform/id-form'
import type { CourseId } from '#contract/platform/ids'
import type { Way } from '#web/lessons/way.ts'

/** Has links in what is shown that lead to lessons of the course lead to their previews. */
export function useLinksWithin(courseId: CourseId, way: Way) {
  const page = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  useEffect(() => {
    const { current } = page
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('article a[href]') : null
      const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey)
      if (!(link instanceof HTMLAnchorElement) || !isPlain) return
      const { origin, pathname } = new URL(link.href)
      const [, learn, course, lesson] = pathname.split('/')
      if (origin !== location.origin || learn !== 'learn' || course !== courseId) return
      if (!lesson || !isId('les', lesson)) return
      event.preventDefault()
      void navigate(way(lesson))
    }
    current?.addEventListener('click', follow)
    return () => current?.removeEventListener('click', follow)
  }, [courseId, way, navigate])
  return page
}
