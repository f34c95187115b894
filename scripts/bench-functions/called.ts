/**
 * Run in a process of its own: many warm calls of a function, or of a bare handler that asks the table the same by
 * the SDK's document client. The event comes and the result goes as text, as between Lambda and its runtime.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as commands from '@aws-sdk/lib-dynamodb'
import type { Plan, Spent } from './calls.ts'

const plan: Plan = JSON.parse(process.argv[2] ?? '')
const context = {
  functionName: 'bench',
  awsRequestId: '1',
  memoryLimitInMB: '1024',
  getRemainingTimeInMillis: () => 10_000,
}
const call = 'module' in plan ? await ofFunction(plan.module) : ofBareHandler(plan.asked)

for (let n = 0; n < plan.warmUp; n += 1) await call(n)
if (plan.mark) await fetch(plan.mark)
const before = { cpu: process.cpuUsage(), wall: performance.now() }
for (let n = 0; n < plan.calls; n += 1) await call(n)
const wall = (performance.now() - before.wall) / plan.calls
const { user, system } = process.cpuUsage(before.cpu)
console.log(JSON.stringify({ wall, cpu: (user + system) / 1000 / plan.calls } satisfies Spent))
process.exit()

async function ofFunction(module: string) {
  const { handler } = await import(module)
  return async (n: number) => {
    const event = JSON.parse(textOf(n))
    const result = JSON.stringify(await handler(event, context))
    if (!result.includes('"statusCode":2')) throw new Error(result)
  }
}

function ofBareHandler(asked: readonly { command: string; input: object }[]) {
  const client = commands.DynamoDBDocumentClient.from(new DynamoDBClient({}))
  return async (n: number) => {
    JSON.parse(textOf(n))
    let answer: unknown
    for (const { command, input } of asked)
      answer = await client.send(new (Reflect.get(commands, command))(input))
    JSON.stringify({ statusCode: 200, body: JSON.stringify(answer) })
  }
}

/** A beat says each time that the learner is at another place. */
function textOf(n: number): string {
  const now = new Date().toISOString()
  return plan.event.replaceAll('{n}', `${n % 50}`).replaceAll('{now}', now)
}
