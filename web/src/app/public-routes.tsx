import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { CataloguePage } from '#web/courses/pages/catalogue-page.tsx'
import { CrashNotice, NotFoundPage } from '#web/ui/notices.tsx'
import { Shell } from './shell.tsx'

export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashNotice,
})
export const at = <P extends string>(path: P) => ({ getParentRoute: () => rootRoute, path })

/** The pages that come as HTML: whoever makes it and whoever takes it over must have the same tree. */
export const publicRoutes = [
  createRoute({ ...at('/'), component: CataloguePage }),
  createRoute({
    ...at('/courses/$slug'),
    component: lazyRouteComponent(() => import('#web/courses/pages/course-page.tsx'), 'CoursePage'),
  }),
] as const
