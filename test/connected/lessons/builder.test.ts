import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lms, startLms } from '#test/support/lms'
import { makeDraft, readState } from '#test/support/outline-writes'
import { people } from '#test/support/world'

let lms: Lms
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())

const begin = async () => {
  const world = await makeDraft(lms)
  const ask = (method: string, path: string, body?: unknown) =>
    lms.call('teaching', people.owner, method, `${world.base}${path}`, body)
  const titles = async () => {
    const { modules } = await readState(lms, world)
    return modules.map(({ title, lessons }) => [title, ...lessons.map(([lesson]) => lesson)])
  }
  return { world, ask, titles }
}

describe('what was deleted', () => {
  it('comes back where it was, a lesson by itself and a module with its lessons', async () => {
    const { world, ask, titles } = await begin()
    const before = await titles()
    const lesson = `/lessons/${world.lessons.first}`
    const module = `/modules/${world.modules.beta}`
    expect((await ask('DELETE', lesson)).status).toBe(204)
    expect((await ask('GET', lesson)).status).toBe(404)
    expect((await ask('PATCH', lesson, { title: 'Late' })).status).toBe(404)
    expect((await ask('DELETE', module)).status).toBe(204)
    expect(await titles()).toEqual([['alpha'], ['gamma']])
    expect((await ask('PUT', `${lesson}/restored`)).status).toBe(404)
    expect((await ask('PUT', `${module}/restored`)).status).toBe(204)
    // What was deleted before the module was stays so.
    expect(await titles()).toEqual([['alpha'], ['beta', 'second', 'film'], ['gamma']])
    expect((await ask('PUT', `${lesson}/restored`)).status).toBe(204)
    expect((await ask('PUT', `${lesson}/restored`)).status).toBe(204)
    expect(await titles()).toEqual(before)
  })
})

describe('a copy', () => {
  const copy = { key: 'one-copying-of-it', title: 'Copied' }

  it('stands behind what it was made of, is made once, and refers to the same video', async () => {
    const { world, ask, titles } = await begin()
    const path = `/lessons/${world.lessons.film}/copies`
    const { status, body } = await ask('POST', path, copy)
    expect(status).toBe(201)
    expect((await ask('POST', path, copy)).body.id).toBe(body.id)
    expect(body).toMatchObject({ kind: 'video', assetId: world.assets[0], title: 'Copied' })
    expect(await titles()).toEqual([
      ['alpha'],
      ['beta', 'first', 'second', 'film', 'Copied'],
      ['gamma'],
    ])
  })

  it('of a module leads to its own lessons, and so does a copy of the copy', async () => {
    const { world, ask, titles } = await begin()
    const { first, second } = world.lessons
    const text = `See [the second](/learn/${world.courseId}/${second}).`
    await ask('PATCH', `/lessons/${first}`, { text })
    const once = await ask('POST', `/modules/${world.modules.beta}/copies`, copy)
    expect((await ask('POST', `/modules/${world.modules.beta}/copies`, copy)).body).toEqual(
      once.body,
    )
    const again = { key: 'another-copying-of-it', title: 'Copied twice' }
    await ask('POST', `/modules/${once.body.id}/copies`, again)
    expect(await titles()).toEqual([
      ['alpha'],
      ...['beta', 'Copied', 'Copied twice'].map((title) => [title, 'first', 'second', 'film']),
      ['gamma'],
    ])
    const { modules } = (await ask('GET', '')).body
    for (const { lessons } of modules.slice(1, 4))
      expect(lessons[0].text).toBe(`See [the second](/learn/${world.courseId}/${lessons[1].id}).`)
  })
})

describe('two who edit one course', () => {
  it('see each other, until one leaves', async () => {
    const { world, ask } = await begin()
    const tell = (who: keyof typeof people, body: object) =>
      lms.call('teaching', people[who], 'PUT', `${world.base}/editors/me`, body)
    expect((await tell('owner', { lessonId: world.lessons.first })).body).toEqual({ others: [] })
    const { body } = await tell('admin', { lessonId: null })
    expect(body.others).toMatchObject([{ lessonId: world.lessons.first }])
    expect((await ask('PUT', '/editors/me', {})).body.others).toMatchObject([{ lessonId: null }])
    await tell('admin', { leaves: true })
    expect((await ask('PUT', '/editors/me', {})).body).toEqual({ others: [] })
  })
})
