/** `npm start`: the cloud of the synthesized stacks on this machine. */
import { join, resolve } from 'node:path'
import { buildAll } from './build/build.ts'
import { summary, writeEndpoints } from './cloud/endpoints.ts'
import { requireMachine, startCloud } from './cloud/start-cloud.ts'
import { seedTexts, seedVideos } from './demo/seed.ts'
import { portsFrom, requireFree } from './http/ports.ts'
import { openDataFolder } from './launch/data-folder.ts'
import { parseFlags } from './launch/flags.ts'
import { makeDemo } from './launch/make-demo.ts'
import { createClosing } from './service/closing.ts'

const root = resolve(import.meta.dirname, '..')
const flags = parseFlags(process.argv)
const dataDir = resolve(root, flags.data)
const say = (line: string) => console.log(line)
const closing = createClosing((error) => console.error(error))
const stopping = new AbortController()

const stop = async (code: number) => {
  if (stopping.signal.aborted) return
  stopping.abort()
  await closing.closeAll()
  process.exit(code)
}
let firstSignalAt = 0
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    // One Ctrl-C may come twice: from the terminal, and handed on by the launcher.
    if (firstSignalAt && Date.now() - firstSignalAt > 1000) process.exit(130)
    if (firstSignalAt) return
    firstSignalAt = Date.now()
    say('Stopping; everything is kept.')
    void stop(0)
  })

/** A part that has ended by itself takes the rest with it, for half a cloud helps nobody. */
const fail = (error: Error) => {
  if (stopping.signal.aborted) return
  console.error(`\n${error.message}. Everything else stops too; what was made is kept.`)
  console.error(error.cause ?? '')
  void stop(1)
}

try {
  const ports = portsFrom(flags.port)
  await requireFree(ports)
  await requireMachine()
  const moved = openDataFolder(dataDir, { fresh: flags.fresh })
  if (moved) say(moved)
  await buildAll({ root, assembly: 'cdk.out', valkey: flags.valkey, say })
  const endpoints = await startCloud({
    assembly: join(root, 'cdk.out'),
    dataDir,
    ports,
    closing,
    say,
    fail,
  })
  writeEndpoints(join(dataDir, 'endpoints.json'), endpoints)
  if (flags.demo) await makeDemo(endpoints, seedTexts, say, stopping.signal)
  say(summary(endpoints, join(dataDir, 'logs')))
  if (flags.demo) await makeDemo(endpoints, seedVideos, say, stopping.signal)
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(`\n${error instanceof Error ? error.message : error}`)
    await stop(1)
  }
}
