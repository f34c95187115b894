import type { announcements } from '#contract/announcements/routes'
import {
  deleteAnnouncement,
  publishAnnouncement,
  withdrawAnnouncement,
} from '#core/announcements/publish-announcement'
import {
  listAnnouncements,
  markSeen,
  muteAnnouncements,
} from '#core/announcements/read-announcements'
import {
  changeAnnouncement,
  createAnnouncement,
  listDrafts,
  readDraft,
} from '#core/announcements/write-announcement'
import type { VerbsOf } from '#functions/http/verb'

type Deps = Parameters<typeof publishAnnouncement>[0] & Parameters<typeof listAnnouncements>[0]

export const announcementVerbs = (deps: Deps): VerbsOf<typeof announcements> => ({
  listAnnouncementDrafts: ({ actor, params, query }) =>
    listDrafts(deps, { actor, ...params, page: query }),
  createAnnouncement: ({ actor, params, body }) =>
    createAnnouncement(deps, { actor, ...params, ...body }),
  getAnnouncementDraft: ({ actor, params }) => readDraft(deps, { actor, ...params }),
  updateAnnouncement: ({ actor, params, body }) =>
    changeAnnouncement(deps, { actor, ...params, change: body }),
  publishAnnouncement: ({ actor, params, body }) =>
    publishAnnouncement(deps, { actor, ...params, ...body }),
  withdrawAnnouncement: ({ actor, params }) => withdrawAnnouncement(deps, { actor, ...params }),
  deleteAnnouncement: ({ actor, params }) => deleteAnnouncement(deps, { actor, ...params }),
  listAnnouncements: ({ actor, params, query }) =>
    listAnnouncements(deps, { actor, ...params, page: query }),
  markAnnouncementsSeen: ({ actor, params, body }) => markSeen(deps, { actor, ...params, ...body }),
  muteAnnouncements: ({ actor, params, body }) =>
    muteAnnouncements(deps, { actor, ...params, ...body }),
})
