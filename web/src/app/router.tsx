import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { RosterSearch } from '#web/enrolments/roster/view.ts'
import type { CourseReportsSearch, PeriodSearch } from '#web/reports/period.ts'
import { forFirstPicture, onlyForFirstPicture } from '#web/ui/moments/first-picture.ts'
import { CrashNotice } from '#web/ui/notices.tsx'
import type { LibrarySearch } from '#web/videos/library/library-view.ts'
import { at, publicRoutes, rootRoute } from './public-routes.tsx'
import { announcement, asLearner, asset, captions, course, lesson, shown } from './route-params.ts'

/** A page that is opened by its address waits for what it shows, as its own module says. */
function warmed<P>(load: () => Promise<{ readonly warm: (params: P) => Promise<unknown> }>) {
  return ({ params }: { params: P }) =>
    onlyForFirstPicture(() => load().then(({ warm }) => warm(params)))
}

const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  createRoute({
    ...at('/courses/$slug/preview/$lessonId'),
    component: lazyRouteComponent(
      () => import('#web/lessons/preview/preview-page.tsx'),
      'PreviewPage',
    ),
  }),
  createRoute({
    ...at('/my'),
    loader: warmed(() => import('#web/courses/pages/my-page.tsx')),
    component: lazyRouteComponent(() => import('#web/courses/pages/my-page.tsx'), 'MyPage'),
  }),
  createRoute({
    ...at('/learn/$courseId/{-$lessonId}'),
    params: lesson,
    // The router runs this on intent, too: what a lesson needs is on its way before the click.
    loader: ({ params }) =>
      forFirstPicture(
        import('#web/lessons/warm-lesson.ts').then(({ warmCourse }) => warmCourse(params)),
      ),
    component: lazyRouteComponent(() => import('#web/lessons/learn-page.tsx'), 'LearnPage'),
  }),
  createRoute({
    ...at('/notifications'),
    component: lazyRouteComponent(
      () => import('#web/notifications/notifications-page.tsx'),
      'NotificationsPage',
    ),
  }),
  createRoute({
    ...at('/learn/$courseId/announcements'),
    params: course,
    component: lazyRouteComponent(
      () => import('#web/announcements/announcements-page.tsx'),
      'AnnouncementsPage',
    ),
  }),
  createRoute({
    ...at('/teach'),
    component: lazyRouteComponent(() => import('#web/courses/pages/teach-page.tsx'), 'TeachPage'),
  }),
  createRoute({
    ...at('/teach/$courseId'),
    params: course,
    validateSearch: shown,
    component: lazyRouteComponent(
      () => import('#web/lessons/editor/editor-page.tsx'),
      'EditorPage',
    ),
  }),
  createRoute({
    ...at('/teach/$courseId/preview/{-$lessonId}'),
    params: lesson,
    validateSearch: asLearner,
    component: lazyRouteComponent(previewOfDraft, 'PreviewOfDraft'),
  }),
  createRoute({
    ...at('/teach/$courseId/history'),
    params: course,
    component: lazyRouteComponent(
      () => import('#web/courses/publishing/history-page.tsx'),
      'HistoryPage',
    ),
  }),
  createRoute({
    ...at('/teach/$courseId/settings'),
    params: course,
    component: lazyRouteComponent(
      () => import('#web/courses/settings/settings-page.tsx'),
      'SettingsPage',
    ),
  }),
  createRoute({
    ...at('/teach/$courseId/team'),
    params: course,
    component: lazyRouteComponent(() => import('#web/memberships/team-page.tsx'), 'TeamPage'),
  }),
  createRoute({
    ...at('/teach/$courseId/announcements'),
    params: course,
    component: lazyRouteComponent(
      () => import('#web/announcements/teaching/drafts-page.tsx'),
      'AnnouncementDraftsPage',
    ),
  }),
  createRoute({
    ...at('/teach/$courseId/announcements/$announcementId'),
    params: announcement,
    component: lazyRouteComponent(
      () => import('#web/announcements/teaching/draft-page.tsx'),
      'AnnouncementDraftPage',
    ),
  }),
  createRoute({
    ...at('/teach/$courseId/people'),
    params: course,
    validateSearch: (search: Record<string, unknown>): RosterSearch => search,
    component: lazyRouteComponent(
      () => import('#web/enrolments/roster/people-page.tsx'),
      'PeoplePage',
    ),
  }),
  createRoute({
    ...at('/teach/$courseId/videos'),
    params: course,
    validateSearch: (search: Record<string, unknown>): LibrarySearch => search,
    loader: warmed(() => import('#web/videos/library/library-page.tsx')),
    component: lazyRouteComponent(
      () => import('#web/videos/library/library-page.tsx'),
      'LibraryPage',
    ),
  }),
  createRoute({
    ...at('/teach/$courseId/videos/$assetId'),
    params: asset,
    component: lazyRouteComponent(() => import('#web/videos/asset/asset-page.tsx'), 'AssetPage'),
  }),
  createRoute({
    ...at('/teach/$courseId/videos/$assetId/captions/$language'),
    params: captions,
    component: lazyRouteComponent(
      () => import('#web/captions/editor/captions-page.tsx'),
      'CaptionsPage',
    ),
  }),
  createRoute({
    ...at('/teach/$courseId/reports'),
    params: course,
    validateSearch: (search: Record<string, unknown>): CourseReportsSearch => search,
    component: lazyRouteComponent(
      () => import('#web/reports/course/course-reports-page.tsx'),
      'CourseReportsPage',
    ),
  }),
  createRoute({
    ...at('/admin/reports'),
    validateSearch: (search: Record<string, unknown>): PeriodSearch => search,
    component: lazyRouteComponent(
      () => import('#web/reports/site/site-reports-page.tsx'),
      'SiteReportsPage',
    ),
  }),
  createRoute({
    ...at('/teach/rejected-uploads'),
    component: lazyRouteComponent(
      () => import('#web/videos/library/rejected-page.tsx'),
      'RejectedPage',
    ),
  }),
  createRoute({
    ...at('/auth/callback'),
    component: lazyRouteComponent(() => import('#web/people/callback-page.tsx'), 'CallbackPage'),
  }),
])

/** Of the parts of the learner's page, whose files stay as few as they are without it. */
async function previewOfDraft() {
  const [{ DraftPage }, { parts }] = await Promise.all([
    import('#web/lessons/draft/draft-page.tsx'),
    import('#web/lessons/learn-page.tsx'),
  ])
  return { PreviewOfDraft: () => <DraftPage parts={parts} /> }
}

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
