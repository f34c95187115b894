import { openedPage, type PersonKind } from './person.ts'

/**
 * Putting lectures up and looking after them. The library asks what changed every eight seconds while something is
 * encoded; a signature serves a hundred parts of a file. All else is assumed: with it 10,000 users at once see some 500
 * hours of new lectures in a month.
 */
export const contentTeam = {
  share: 0.002,
  steps: [
    {
      does: 'opens the library',
      times: 1,
      seconds: 30,
      calls: {
        listAssets: 1,
        openMedia: 1,
        getDraft: 1,
        listRejectedUploads: 0.05,
        listNotifications: 1,
        ...openedPage,
      },
      files: { client: 8, content: 10 },
    },
    {
      does: 'puts a lecture up and waits for it',
      times: 0.1,
      seconds: 600,
      calls: {
        estimateEncoding: 1,
        startUpload: 1,
        signParts: 2,
        completeUpload: 0.95,
        abortUpload: 0.05,
        listAssets: 60,
      },
      uploadsMinutes: 30,
    },
    {
      does: 'looks at a video',
      times: 6,
      seconds: 60,
      calls: { getAsset: 3 },
      files: { content: 7 },
    },
    {
      does: 'writes captions and chapters',
      times: 2,
      seconds: 300,
      calls: { putCaptions: 5, putChapters: 1, deleteCaptions: 0.05 },
      files: { content: 2 },
    },
    {
      does: 'mends what failed, and tidies up',
      times: 0.2,
      seconds: 20,
      calls: { retryAsset: 0.5, releaseAsset: 0.2, cancelAsset: 0.2, deleteAsset: 0.5 },
    },
  ],
} as const satisfies PersonKind
