import { createServer } from 'node:net'

export interface Ports {
  readonly site: number
  readonly s3: number
  readonly dynamo: number
  readonly cognito: number
  readonly aws: number
  readonly gateway: number
  readonly valkey: number
  /** Its replica's, or that of the cluster's own talk. */
  readonly valkeyReader: number
}

/** Consecutive ports: the site's, and one after the other. */
export const portsFrom = (site: number): Ports => ({
  site,
  s3: site + 1,
  dynamo: site + 2,
  cognito: site + 3,
  aws: site + 4,
  gateway: site + 5,
  valkey: site + 6,
  valkeyReader: site + 7,
})

/** Throws a sentence that names the ports in use. */
export async function requireFree(ports: Ports): Promise<void> {
  const taken: number[] = []
  for (const port of Object.values(ports)) if (!(await isFree(port))) taken.push(port)
  if (taken.length === 0) return
  const which = taken.length === 1 ? `Port ${taken[0]} is` : `Ports ${taken.join(', ')} are`
  throw new Error(
    `${which} in use on this machine. Is Lectern running already? Stop what uses ${taken.length === 1 ? 'it' : 'them'}, or choose others: npm start -- --port ${ports.site + 100}`,
  )
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
