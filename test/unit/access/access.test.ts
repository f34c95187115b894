import { describe, expect, it } from 'vitest'
import type { Membership } from '#contract/memberships/team'
import { assistantRights, type CourseRight, courseRights } from '#contract/people/course-rights'
import type { SiteRole } from '#contract/people/site-roles'
import { findMembership, findOpenCourse } from '#core/access/member'
import { findOwnAsset, findUsableAsset } from '#core/access/own-asset'
import { findOwnCourse } from '#core/access/own-course'
import type { OpenedCourse, PublishedReader } from '#core/access/ports'
import { requireRole } from '#core/access/site-role'
import { DomainError } from '#core/platform/errors'
import { newId } from '#core/platform/ids'
import { assetOf } from '#test/support/asset'
import { asWritten } from '#test/support/said'
import { COURSE_ID, course } from '#test/unit/videos/pipeline-doubles'

const person = (userId: string, ...roles: SiteRole[]) => ({ userId, name: userId, roles })
const owner = person(course.ownerId, 'learner', 'author')
const other = person('grace', 'learner', 'author')
const admin = person('root', 'learner', 'author', 'admin')
const notFound = { code: 'not_found' }

/** One for each role, and for each right of an assistant alone. */
const TEAM: Membership[] = [
  { role: 'teacher' as const, rights: [] },
  ...[[], ...assistantRights.map((right) => [right])].map((rights) => ({
    ...{ role: 'assistant' as const, rights },
  })),
].map((terms) => ({
  ...{ ...terms, userId: [terms.role, ...terms.rights].join('-'), name: '' },
  ...{ addedAt: '2026-11-28T10:00:00.000Z', revision: 1 },
}))

const asset = assetOf({ courseId: COURSE_ID })
const elsewhere = assetOf({ courseId: newId('crs', new Date()) })

function deps({ found = asset, published = true, member = '', team = TEAM } = {}) {
  const enrolment = { id: newId('enr', new Date()), courseId: COURSE_ID, enrolledAt: '2026-11-24' }
  return {
    courses: { get: async () => course },
    memberships: {
      get: async (_: string, userId: string) => {
        if (published) expect([course.ownerId, 'root'], 'need none').not.toContain(userId)
        return team.find((one) => one.userId === userId) ?? null
      },
    },
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
    await expect(
      findOwnCourse(deps(), { actor, courseId: COURSE_ID }, 'read'),
    ).resolves.toMatchObject({
      id: COURSE_ID,
    })
  })

  it('does not exist for another author', async () => {
    await expect(
      findOwnCourse(deps(), { actor: other, courseId: COURSE_ID }, 'read'),
    ).rejects.toMatchObject(notFound)
  })
})

describe('a course that others teach too', () => {
  const teamOf = (userId: string) => person(userId, 'learner')
  const may = async (actor: ReturnType<typeof person>, right: CourseRight) => {
    try {
      await findOwnCourse(deps(), { actor, courseId: COURSE_ID }, right)
      return 'may'
    } catch (error) {
      return error instanceof DomainError ? error.code : error
    }
  }
  const table = async (actor: ReturnType<typeof person>) =>
    Object.fromEntries(
      await Promise.all(courseRights.map(async (right) => [right, await may(actor, right)])),
    )
  const all = (what: string) => Object.fromEntries(courseRights.map((right) => [right, what]))

  it.each([owner, admin])('lets $userId do everything, and asks for no membership', async (who) => {
    expect(await table(who)).toEqual(all('may'))
  })

  it('lets a teacher do all but what is its owner’s', async () => {
    expect(await table(teamOf('teacher'))).toEqual({ ...all('may'), own: 'forbidden' })
  })

  it.each(assistantRights)('lets an assistant %s who was let, and no more', async (right) => {
    const expected = { ...all('forbidden'), read: 'may', [right]: 'may' }
    expect(await table(teamOf(`assistant-${right}`))).toEqual(expected)
  })

  it('lets an assistant without rights look', async () => {
    expect(await table(teamOf('assistant'))).toEqual({ ...all('forbidden'), read: 'may' })
  })

  it('is not there for anybody else, in whatever site’s role', async () => {
    for (const who of [other, person('lin', 'learner')])
      expect(await table(who)).toEqual(all('not_found'))
  })

  it('takes as many reads where it is not there as where it is not theirs', async () => {
    let asked = 0
    const readers = {
      courses: { get: async () => null },
      memberships: {
        get: async () => {
          asked += 1
          return null
        },
      },
    }
    const input = { actor: other, courseId: COURSE_ID }
    await expect(findOwnCourse(readers, input, 'read')).rejects.toMatchObject(notFound)
    expect(asked).toBe(1)
  })

  it('says in words which right is missing', async () => {
    const asking = (userId: string, right: CourseRight) =>
      findOwnCourse(deps(), { actor: teamOf(userId), courseId: COURSE_ID }, right)
    await expect(asking('assistant', 'publish')).rejects.toThrow(/may not publish it/)
    await expect(asking('assistant-edit', 'team')).rejects.toThrow(/its owner and teachers/)
    await expect(asking('teacher', 'own')).rejects.toThrow(/Only the owner/)
  })
})

describe('an asset', () => {
  const input = { courseId: COURSE_ID, assetId: asset.id }

  it('is there for whoever teaches its course, also while it is being deleted', async () => {
    const found = { ...asset, state: 'deleting' } as const
    expect(await findOwnAsset(deps({ found }), { actor: owner, ...input }, 'media')).toBe(found)
  })

  it('does not exist for another author, nor below another course', async () => {
    await expect(findOwnAsset(deps(), { actor: other, ...input }, 'media')).rejects.toMatchObject(
      notFound,
    )
    await expect(
      findOwnAsset(deps({ found: elsewhere }), { actor: owner, ...input }, 'media'),
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
    findOpenCourse(deps(facts), deps(facts).read, { actor, courseId: COURSE_ID }, new Date())

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

  it('opens for its team without enrolling, as it is now', async () => {
    for (const userId of ['teacher', 'assistant'])
      expect(await open(person(userId, 'learner'), {})).toEqual({ version: 2, enrolment: null })
  })

  it('does not exist for others, and for nobody before it is published', async () => {
    await expect(open(other, {})).rejects.toMatchObject(notFound)
    for (const who of [person('teacher', 'learner'), owner])
      await expect(open(who, { published: false })).rejects.toMatchObject(notFound)
  })

  it('has progress of its members alone', async () => {
    const input = { actor: other, courseId: COURSE_ID }
    const { enrolment } = await findMembership(deps({ member: 'grace' }).read, input, new Date())
    expect(enrolment.userId).toBe('grace')
    await expect(findMembership(deps().read, input, new Date())).rejects.toMatchObject(notFound)
  })
})

it('a role of the site is had or asked for', () => {
  expect(() => requireRole(admin, 'admin')).not.toThrow()
  expect(() => requireRole(other, 'admin')).toThrow(/needs the role admin\. Ask an administrator/)
  expect(() => requireRole(other, 'admin', asWritten('Ask Ada.'))).toThrow('Ask Ada.')
})
