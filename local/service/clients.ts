import { REGION } from '#local/assembly/identifiers'

/** The one key pair that every local service knows. */
export const credentials = {
  accessKeyId: 'lectern',
  secretAccessKey: 'lectern-local-secret',
}

/** What an AWS client needs for a local service. */
export const clientSettings = (endpoint: string) => ({
  endpoint,
  region: REGION,
  // The SDK marks the object it is given.
  credentials: { ...credentials },
})
