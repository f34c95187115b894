import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { fillPath, parametersOf } from '#contract/http/fill-path'
import { defineRoutes, type Params, services } from '#contract/http/route'
import { allRoutes, routes } from '#contract/routes'

describe('routes that share what they have in common', () => {
  const declared = defineRoutes(
    { service: 'teaching', access: 'author' },
    {
      getThing: {
        method: 'GET',
        path: '/things/{thing}',
        summary: 'A thing',
        params: z.object({ thing: z.string() }),
      },
      listThings: { method: 'GET', path: '/things', summary: 'All', access: 'admin' },
    },
  )

  it('have their name for an id, and what they say themselves goes first', () => {
    expect(declared.getThing).toMatchObject({
      id: 'getThing',
      service: 'teaching',
      access: 'author',
      path: '/things/{thing}',
    })
    expect(declared.listThings).toMatchObject({ id: 'listThings', access: 'admin' })
  })

  it('keep their types, literal for literal', () => {
    expectTypeOf(declared.getThing.id).toEqualTypeOf<'getThing'>()
    expectTypeOf(declared.getThing.access).toEqualTypeOf<'author'>()
    expectTypeOf(declared.listThings.access).toEqualTypeOf<'admin'>()
    expectTypeOf<Params<typeof declared.getThing>>().toEqualTypeOf<{ thing: string }>()
  })
})

it('each route is called by its own id, and each service has some', () => {
  expect(Object.entries(routes).filter(([name, { id }]) => name !== id)).toEqual([])
  expect(new Set(allRoutes.map(({ service }) => service))).toEqual(new Set(services))
})

it('the parameters in a path are those that it is filled with', () => {
  for (const { path, params } of allRoutes) {
    expect(parametersOf(path)).toEqual(Object.keys(params?.shape ?? {}))
    const values = Object.fromEntries(parametersOf(path).map((name) => [name, 'x/1']))
    expect(parametersOf(fillPath(path, values))).toEqual([])
  }
})
