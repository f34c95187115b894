// Run as a thread: the edge, which reads the buckets' files itself.
import { serveThread } from '#local/children/serve-thread'
import { storedFilesOf } from '#local/s3/store/stored-files'
import { type DeclaredSite, startSite } from './start-site.ts'

export interface EdgeThreadData {
  readonly site: DeclaredSite
  readonly port: number
  /** Of the object store. */
  readonly directory: string
  readonly gatewayUrl: string
}

await serveThread<EdgeThreadData>(async ({ site, port, directory, gatewayUrl }) => {
  const edge = await startSite({ site, port, store: storedFilesOf(directory), gatewayUrl })
  return {
    url: edge.url,
    answers: { invalidate: edge.invalidate, close: edge.close },
  }
})
