import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { CataloguePage } from './catalogue/catalogue-page.tsx'
import { NotFoundPage } from './layout/not-found-page.tsx'
import { CrashNotice } from './layout/notices.tsx'
import { Shell } from './layout/shell.tsx'
import type { LibrarySearch } from './teaching/library/library-view.ts'

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashNotice,
})
const at = <P extends string>(path: P) => ({ getParentRoute: () => rootRoute, path })

const routeTree = rootRoute.addChildren([
  createRoute({ ...at('/'), component: CataloguePage }),
  createRoute({
    ...at('/courses/$slug'),
    component: lazyRouteComponent(() => import('./catalogue/course-page.tsx'), 'CoursePage'),
  }),
  createRoute({
    ...at('/my'),
    component: lazyRouteComponent(() => import('./learning/my-page.tsx'), 'MyPage'),
  }),
  createRoute({
    ...at('/learn/$courseId/{-$lessonId}'),
    // The router runs this on intent, too: what a lesson needs is on its way before the click.
    loader: ({ params }) => {
      void import('./learning/warm-lesson.ts').then(({ warmCourse }) => warmCourse(params))
    },
    component: lazyRouteComponent(() => import('./learning/learn-page.tsx'), 'LearnPage'),
  }),
  createRoute({
    ...at('/teach'),
    component: lazyRouteComponent(() => import('./teaching/teach-page.tsx'), 'TeachPage'),
  }),
  createRoute({
    ...at('/teach/$courseId'),
    component: lazyRouteComponent(() => import('./teaching/editor-page.tsx'), 'EditorPage'),
  }),
  createRoute({
    ...at('/teach/$courseId/videos'),
    validateSearch: (search: Record<string, unknown>): LibrarySearch => search,
    component: lazyRouteComponent(
      () => import('./teaching/library/library-page.tsx'),
      'LibraryPage',
    ),
  }),
  createRoute({
    ...at('/teach/$courseId/videos/$assetId'),
    component: lazyRouteComponent(() => import('./teaching/asset/asset-page.tsx'), 'AssetPage'),
  }),
  createRoute({
    ...at('/teach/$courseId/videos/$assetId/captions/$language'),
    component: lazyRouteComponent(
      () => import('./teaching/captions/captions-page.tsx'),
      'CaptionsPage',
    ),
  }),
  createRoute({
    ...at('/teach/rejected-uploads'),
    component: lazyRouteComponent(() => import('./teaching/rejected-page.tsx'), 'RejectedPage'),
  }),
  createRoute({
    ...at('/auth/callback'),
    component: lazyRouteComponent(() => import('./auth/callback-page.tsx'), 'CallbackPage'),
  }),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: CrashNotice,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
