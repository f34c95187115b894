import { createStore, del, set, values } from 'idb-keyval'
import type { KeptUpload } from './upload.ts'

let opened: ReturnType<typeof createStore> | undefined
const store = () => {
  opened ??= createStore('lectern-uploads', 'uploads')
  return opened
}

/** The uploads that this browser has not finished, in IndexedDB since file handles fit nowhere else. */
export const keptUploads = {
  all: () => values<KeptUpload>(store()),
  put: async (kept: KeptUpload) => {
    try {
      await set(kept.plan.id, kept, store())
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'DataCloneError') throw error
      await set(kept.plan.id, { ...kept, handle: null }, store())
    }
  },
  remove: (id: string) => del(id, store()),
}
