import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actorVerbs } from '#test/support/actor-verbs'
import { sourcesOf } from './sources.ts'

const verbsOf = (sources: readonly string[]) =>
  actorVerbs(sources.map((path) => ({ path, text: readFileSync(path, 'utf8') })))
const core = sourcesOf('core').filter((path) => !path.startsWith('core/access/'))
const named = ({ path, name }: { path: string; name: string }) => `${path} ${name}`

describe('every verb of the core that takes an actor', () => {
  const verbs = verbsOf(core)

  it('begins with an access check', () => {
    expect(verbs.filter((verb) => !verb.beginsWithAccess).map(named)).toEqual([])
  })

  it('is found, however far its input’s type names the actor', () => {
    expect(verbs.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'publishCourse',
        'updateCourse',
        'completeUpload',
        'createModule',
        'putChapters',
        'retryAsset',
        'recordProgress',
        'openCourse',
        'unenrol',
      ]),
    )
  })
})

it('nobody but core/access decides by an owner or a role', () => {
  const deciding = /\.ownerId\b|\bownerId\s*[!=]==|\broles\.includes\(/
  const wrong = [...core, ...sourcesOf('functions')].filter((path) =>
    deciding.test(readFileSync(path, 'utf8')),
  )
  expect(wrong).toEqual([])
})

describe('a verb', () => {
  const isSafe = (body: string) => {
    const text = `
      import { findOwnCourse } from '#core/access/own-course'
      import { requireRole } from '#core/access/site-role'
      import type { Actor } from '#core/platform/actor'
      interface OfCourse { readonly actor: Actor; readonly courseId: string }
      type Input = OfCourse & { title: string }
      const open = async (deps: Deps, input: Input) => { await findOwnCourse(deps, input) }
      const read = async (deps: Deps, input: Input) => deps.courses.get(input.courseId)
      export const verb = async (deps: Deps, input: Input) => { ${body} }
    `
    const verbs = actorVerbs([{ path: 'core/courses/verb.ts', text }])
    expect(verbs.map(({ name }) => name)).toEqual(['verb'])
    return verbs[0]?.beginsWithAccess
  }

  it.each([
    'await findOwnCourse(deps, input)',
    'const course = await findOwnCourse(deps, input)',
    'const [course, rest] = await Promise.all([findOwnCourse(deps, input), read(deps, input)])',
    "requireRole(input.actor, 'admin'); return read(deps, input)",
    'await open(deps, input)',
  ])('is safe that begins with: %s', (body) => {
    expect(isSafe(body)).toBe(true)
  })

  it.each([
    '',
    'return read(deps, input)',
    'await read(deps, input); await findOwnCourse(deps, input)',
    'findOwnCourse(deps, input)',
    'const [rest, course] = await Promise.all([read(deps, input), findOwnCourse(deps, input)])',
    "if (input.title) requireRole(input.actor, 'admin')",
  ])('is not safe that begins with: %s', (body) => {
    expect(isSafe(body)).toBe(false)
  })
})
