import type { notifications } from '#contract/notifications/routes'
import { listNotifications, markNotificationsSeen } from '#core/notifications/list-notifications'
import type { VerbsOf } from '#functions/http/verb'

type Deps = Parameters<typeof listNotifications>[0]

export const notificationVerbs = (deps: Deps): VerbsOf<typeof notifications> => ({
  listNotifications: ({ actor }) => listNotifications(deps, { actor }),
  markNotificationsSeen: ({ actor, body }) => markNotificationsSeen(deps, { actor, ...body }),
})
