import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createCloud } from '#local/assembly/cloud'
import type { Template } from '#local/assembly/load'
import { identities } from '#local/cloud/open-cloud'
import { portsFrom } from '#local/http/ports'
import { valkey } from '#local/valkey/index'
import { freePort } from '#test/support/free-port'

const opened: { close(): Promise<void> | void }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

const USER = {
  Type: 'AWS::ElastiCache::User',
  Properties: {
    UserId: 'school-functions',
    UserName: 'school-functions',
    AccessString: 'on ~lectern:* resetchannels -@all +get +mget +set +eval +time +readonly',
  },
}
const FORMS = {
  nodes: { Type: 'AWS::ElastiCache::ReplicationGroup' },
  serverless: {
    Type: 'AWS::ElastiCache::ServerlessCache',
    Properties: { ServerlessCacheName: 'school' },
  },
}

/** Starts what a template with these resources has, and answers where it says that it is. */
async function start(resources: Template['Resources']) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lectern-valkey-'))
  opened.push({ close: () => rmSync(dataDir, { recursive: true, force: true }) })
  const ports = { ...portsFrom(4200), valkey: await freePort(), valkeyReader: await freePort() }
  const template = { Resources: resources }
  const cloud = createCloud(
    { assets: new Map(), stacks: [{ name: 'Lectern-dev-Api', template }] },
    { ports, identities },
  )
  const quiet = () => undefined
  const context = { cloud, ports, dataDir, log: quiet, note: quiet, say: quiet, fail: quiet }
  const started = await valkey.start(context)
  if (started) opened.push(started)
  const [cache] = cloud.resources.filter(({ logicalId }) => logicalId === 'Cache')
  return { started, attributes: cache?.attributes ?? {} }
}

/** Says one command after the other on a connection of its own; answers what came back. */
async function say(port: string | undefined, ...commands: string[]): Promise<string[]> {
  const socket = connect(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  try {
    const answers: string[] = []
    for (const command of commands) {
      socket.write(`${command}\r\n`)
      const [chunk] = await once(socket, 'data')
      answers.push(String(chunk).trim())
    }
    return answers
  } finally {
    socket.destroy()
  }
}

const SIGN_IN = 'AUTH school-functions school/?Action=connect'

describe.each(['nodes', 'serverless'] as const)('the stand-in for %s', (form) => {
  const begin = async () => {
    const { attributes } = await start({ Cache: FORMS[form], User: USER })
    const [primary, reader] = {
      nodes: [attributes['PrimaryEndPoint.Port'], attributes['ReaderEndPoint.Port']],
      serverless: [attributes['Endpoint.Port'], attributes['ReaderEndpoint.Port']],
    }[form]
    return { primary, reader }
  }

  test('does nothing for whoever does not sign in, or as somebody else', async () => {
    const { primary, reader } = await begin()
    for (const port of [primary, reader]) {
      expect(await say(port, 'GET lectern:a')).toEqual([expect.stringMatching(/^-NO(AUTH|PERM)/)])
      expect(await say(port, 'AUTH somebody x', 'GET lectern:a')).toEqual([
        expect.stringMatching(/^-WRONGPASS/),
        expect.stringMatching(/^-NO(AUTH|PERM)/),
      ])
    }
  })

  test('lets a user do what the template’s access string says, and no more', async () => {
    const { primary } = await begin()
    expect(
      await say(
        primary,
        SIGN_IN,
        'SET lectern:a 1',
        'GET lectern:a',
        'SET other 1',
        'DEL lectern:a',
        'KEYS *',
        'CONFIG GET maxmemory',
        'FLUSHALL',
        `EVAL "return redis.call('DEL', KEYS[1])" 1 lectern:a`,
      ),
    ).toEqual([
      '+OK',
      '+OK',
      '$1\r\n1',
      ...Array.from({ length: 5 }, () => expect.stringMatching(/^-NOPERM/)),
      expect.stringMatching(/^-.*can't run this command/i),
    ])
  })

  test('answers at the reader what was written at the primary', async () => {
    const { primary, reader } = await begin()
    await say(primary, SIGN_IN, 'SET lectern:a 1')
    await expect.poll(() => say(reader, SIGN_IN, 'GET lectern:a')).toEqual(['+OK', '$1\r\n1'])
  })
})

test('nodes have a reader that is another process, and takes no writes', async () => {
  const { attributes } = await start({ Cache: FORMS.nodes, User: USER })
  expect(await say(attributes['ReaderEndPoint.Port'], SIGN_IN, 'SET lectern:a 1')).toEqual([
    '+OK',
    expect.stringMatching(/^-READONLY/),
  ])
})

test('a serverless cache is a cluster: commands of several keys need one hash tag', async () => {
  const { attributes } = await start({ Cache: FORMS.serverless, User: USER })
  expect(
    await say(
      attributes['Endpoint.Port'],
      SIGN_IN,
      'MGET lectern:{a}:1 lectern:{a}:2',
      'MGET lectern:a lectern:b',
    ),
  ).toEqual(['+OK', '*2\r\n$-1\r\n$-1', expect.stringMatching(/^-CROSSSLOT/)])
})

test('where the stacks have none, none is started', async () => {
  expect((await start({ Topic: { Type: 'AWS::SNS::Topic' } })).started).toBeUndefined()
})
