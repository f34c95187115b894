import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createCloud } from '#local/assembly/cloud'
import { byName } from '#local/assembly/identifiers'
import { identities, requireServed } from '#local/cloud/open-cloud'
import { services } from '#local/cloud/services'
import { startServices } from '#local/cloud/start-services'
import { portsFrom } from '#local/http/ports'
import { createClosing } from '#local/service/closing'
import { type Context, defineService } from '#local/service/service'

const ports = portsFrom(4200)
const cloudOf = (types: Record<string, string>) =>
  createCloud(
    {
      assets: new Map(),
      stacks: [
        {
          name: 'Lectern-dev-Test',
          template: {
            Resources: Object.fromEntries(
              Object.entries(types).map(([logicalId, Type]) => [logicalId, { Type }]),
            ),
          },
        },
      ],
    },
    { ports, identities },
  )

const context: Context = {
  cloud: cloudOf({}),
  ports,
  dataDir: '/nowhere',
  log: () => {},
  note: () => {},
  say: () => {},
  fail: () => {},
}

/** Services that say when they start and close. */
function world() {
  const happened: string[] = []
  const errors: unknown[] = []
  const closing = createClosing((error) => errors.push(error))
  const make = (name: string, { fails = false }: { fails?: boolean } = {}) =>
    defineService({
      name,
      types: { [`AWS::Test::${name}`]: byName },
      start: () => {
        happened.push(`${name} starts`)
        return {
          greeting: `I am ${name}`,
          close: () => {
            happened.push(`${name} closes`)
            if (fails) throw new Error(`${name} does not close`)
          },
        }
      },
    })
  return { happened, errors, closing, make }
}

describe('Services', () => {
  it('start in their order and close in the reverse, all of them, though one fails', async () => {
    const { happened, errors, closing, make } = world()
    const services = [make('a'), make('b', { fails: true }), make('c')]
    await startServices(services, context, closing)
    await closing.closeAll()
    expect(happened).toEqual([
      ...['a starts', 'b starts', 'c starts'],
      ...['c closes', 'b closes', 'a closes'],
    ])
    expect(errors).toEqual([new Error('b does not close')])
  })

  it('hand to later ones what they answered when they started', async () => {
    const { closing, make } = world()
    const first = make('first')
    const second = defineService({
      name: 'second',
      types: {},
      start: (running) => ({ heard: first.in(running).greeting }),
    })
    await startServices([first, second], context, closing)
    expect(second.in(context).heard).toBe('I am first')
  })

  it('say which one stands too late, and close what has started', async () => {
    const { happened, closing, make } = world()
    const late = make('late')
    const early = defineService({
      name: 'early',
      types: {},
      start: (running) => ({ heard: late.in(running).greeting }),
    })
    const starting = startServices([make('a'), early, late], { ...context }, closing)
    await expect(starting).rejects.toThrow('late has not started')
    await closing.closeAll()
    expect(happened).toEqual(['a starts', 'a closes'])
  })
})

describe('The local cloud', () => {
  it('lists each folder that is a service', () => {
    const folders = globSync('local/*/index.ts').map((file) => file.split('/').at(-2))
    expect(services.map(({ name }) => name).sort()).toEqual(folders.sort())
  })

  it('names each resource that nobody serves, and what to do', () => {
    const cloud = cloudOf({
      Files: 'AWS::S3::Bucket',
      Rights: 'AWS::IAM::Role',
      Sender: 'AWS::Nowhere::Thing',
      Other: 'AWS::Nowhere::Thing',
      Store: 'AWS::Nowhere::Store',
    })
    expect(() => requireServed(cloud)).toThrow(
      `The stacks have resources that the local cloud neither serves nor ignores:
  AWS::Nowhere::Thing: Sender in Lectern-dev-Test, Other in Lectern-dev-Test
  AWS::Nowhere::Store: Store in Lectern-dev-Test
Name the type in the service that serves it (local/<service>/index.ts, listed in local/cloud/services.ts), or in local/cloud/ignored.ts`,
    )
  })

  it('takes what is served or ignored', () => {
    const cloud = cloudOf({ Files: 'AWS::S3::Bucket', Rights: 'AWS::IAM::Role' })
    expect(() => requireServed(cloud)).not.toThrow()
  })
})
