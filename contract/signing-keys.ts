import { z } from 'zod'

/** What the secret of the signing keys holds: each generation's private key, as PEM. */
export const SigningKeys = z.object({ privateKeys: z.record(z.string(), z.string()) })
export type SigningKeys = z.infer<typeof SigningKeys>
