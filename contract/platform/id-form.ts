/** Crockford base 32, as ULIDs use it. */
export const ULID = '[0-9A-HJKMNP-TV-Z]{26}'

/** The longest address of a course, in characters: for forms, too. */
export const MOST_SLUG = 60

/** Whether a text is an id with a prefix: for what runs without zod, as the first page in a browser does. */
export const isId = <P extends string>(prefix: P, text: string): text is `${P}_${string}` =>
  new RegExp(`^${prefix}_${ULID}$`).test(text)
