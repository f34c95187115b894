import { createHmac, timingSafeEqual } from 'node:crypto'
import { badCursor } from '#adapters/dynamo/cursor'

const MAC = /^([A-Za-z0-9_-]{22})\.(.+)$/s

/**
 * Cursors that nobody else can make. Whatever else is sent reaches neither table nor cache: of a cached list
 * there are as many pages to ask for as it has, and not as many as can be invented.
 */
export const signedCursors = (secret: string) => {
  const macOf = (cursor: string) =>
    createHmac('sha256', secret).update(`cursor ${cursor}`).digest('base64url').slice(0, 22)
  return {
    sign: (cursor: string | null) => (cursor === null ? null : `${macOf(cursor)}.${cursor}`),
    open: (signed: string | undefined): string | undefined => {
      if (signed === undefined) return undefined
      const [, mac, cursor] = MAC.exec(signed) ?? []
      if (!mac || !cursor || !timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(cursor))))
        throw badCursor()
      return cursor
    },
  }
}
