/**
 * Whether an article may lead there: to the web, to mail, to a page of this site or to a heading of its
 * own. An allow-list: `javascript:` and its kin are spelt in too many ways to forbid one by one. An
 * address relative to the lesson's is left out, as a lesson has no files beside it.
 */
export const isSafeHref = (href: string) => /^(https?:\/\/|mailto:|#|\/(?![/\\]))/i.test(href)
