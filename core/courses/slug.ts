/** A title as an address: `Lineare Algebra für alle!` → `lineare-algebra-fur-alle`. */
export const slugOf = (title: string, courseId: string): string => {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  // A title in another script has no Latin letters to make an address from.
  return slug.length >= 2 ? slug : `course-${courseId.slice(-6).toLowerCase()}`
}
