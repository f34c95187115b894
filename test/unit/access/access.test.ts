import { describe, expect, it } from 'vitest'
import type { SiteRole } from '#contract/people/site-roles'
import { findMembership, findOpenCourse } from '#core/access/member'
import { findOwnAsset, findUsableAsset } from '#core/access/own-asset'
import { findOwnCourse } from '#core/access/own-course'
import type { OpenedCourse, PublishedReader } from '#core/access/ports'
import { requireRole } from '#core/access/site-role'
import { newId } from '#core/platform/ids'
import { assetOf } from '#test/support/asset'
import { asWritten } from '#test/support/said'
import { COURSE_ID, course } from '#test/unit/videos/pipeline-doubles'

const person = (userId: string, ...roles: SiteRole[]) => ({ userId, name: userId, roles })
const owner = person(course.ownerId, 'learner', 'author')
const other = person('grace', 'learner', 'author')
const admin = person('root', 'learner', 'author', 'admin')
const notFound = { code: 'not_found' }

const asset = assetOf({ courseId: COURSE_ID })
const elsewhere = assetOf({ courseId: newId('crs', new Date()) })

function deps({ found = asset, published = true, member = '' } = {}) {
  const enrolment = { id: newId('enr', new Date()), courseId: COURSE_ID, enrolledAt: '2026-11-24' }
  return {
    courses: { get: async () => course },
    assets: { get: async () => found },
    published: publishedAs(published ? { ownerId: course.ownerId, version: 2 } : null),
    read: async (userId: string) => ({
      enrolment: userId === member ? { ...enrolment, userId } : null,
    }),
  }
}

/** Version 1 is remembered, until it is not enough. */
const publishedAs = (now: Pick<OpenedCourse, 'ownerId' | 'version'> | null): PublishedReader => ({
  find: async (_, enough) => {
    const remembered = now && { ...now, version: 1, outdated: false }
    if (remembered && enough(remembered)) return remembered
    return now && { ...now, outdated: false }
  },
})

describe('a course of one’s own', () => {
  it.each([owner, admin])('is there for $userId', async (actor) => {
    await expect(findOwnCourse(deps(), { actor, courseId: COURSE_ID })).resolves.toMatchObject({
      id: COURSE_ID,
    })
  })

  it('does not exist for another author', async () => {
    await expect(
      findOwnCourse(deps(), { actor: other, courseId: COURSE_ID }),
    ).rejects.toMatchObject(notFound)
  })
})

describe('an asset', () => {
  const input = { courseId: COURSE_ID, assetId: asset.id }

  it('is there for whoever teaches its course, also while it is being deleted', async () => {
    const found = { ...asset, state: 'deleting' } as const
    expect(await findOwnAsset(deps({ found }), { actor: owner, ...input })).toBe(found)
  })

  it('does not exist for another author, nor below another course', async () => {
    await expect(findOwnAsset(deps(), { actor: other, ...input })).rejects.toMatchObject(notFound)
    await expect(
      findOwnAsset(deps({ found: elsewhere }), { actor: owner, ...input }),
    ).rejects.toMatchObject(notFound)
  })

  it('may be shown or replaced by its own course, until it is being deleted', async () => {
    expect(await findUsableAsset(deps(), input)).toBe(asset)
    for (const found of [elsewhere, { ...asset, state: 'deleting' } as const])
      await expect(findUsableAsset(deps({ found }), input)).rejects.toMatchObject(notFound)
  })
})

describe('a course to learn', () => {
  const open = (actor: ReturnType<typeof person>, facts: Parameters<typeof deps>[0]) =>
    findOpenCourse(deps(facts), deps(facts).read, { actor, courseId: COURSE_ID })

  it('opens for members, its teacher and admins', async () => {
    const opened = await open(other, { member: 'grace' })
    expect(opened.enrolment?.userId).toBe('grace')
    for (const actor of [owner, admin])
      expect(await open(actor, {})).toEqual({ version: 2, enrolment: null })
  })

  it('opens to members as it is remembered, and to those who teach it as it is now', async () => {
    expect((await open(other, { member: 'grace' })).version).toBe(1)
    expect((await open(owner, { member: course.ownerId })).version).toBe(2)
    expect((await open(admin, { member: 'root' })).version).toBe(2)
  })

  it('does not exist for others, and for nobody before it is published', async () => {
    await expect(open(other, {})).rejects.toMatchObject(notFound)
    await expect(open(owner, { published: false })).rejects.toMatchObject(notFound)
  })

  it('has progress of its members alone', async () => {
    const input = { actor: other, courseId: COURSE_ID }
    const { enrolment } = await findMembership(deps({ member: 'grace' }).read, input)
    expect(enrolment.userId).toBe('grace')
    await expect(findMembership(deps().read, input)).rejects.toMatchObject(notFound)
  })
})

it('a role of the site is had or asked for', () => {
  expect(() => requireRole(admin, 'admin')).not.toThrow()
  expect(() => requireRole(other, 'admin')).toThrow(/needs the role admin\. Ask an administrator/)
  expect(() => requireRole(other, 'admin', asWritten('Ask Ada.'))).toThrow('Ask Ada.')
})
