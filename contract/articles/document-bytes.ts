import { utf8Bytes } from '#contract/platform/key-rules'

/** What an article takes of its item. Free of zod, for forms too. */
export const documentBytes = (document: object) => utf8Bytes(JSON.stringify(document))
