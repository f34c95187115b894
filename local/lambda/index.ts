import { arn, byName, functionNameOf } from '#local/assembly/identifiers'
import { awsApi } from '#local/aws-api/index'
import { cloudWatch } from '#local/cloudwatch/index'
import { queues } from '#local/queues/index'
import { defineService } from '#local/service/service'
import { valkey } from '#local/valkey/index'
import { createAsyncInvoker } from './asynchronous.ts'
import { sumCalls } from './count-calls.ts'
import { functionsOf } from './function.ts'
import { createLambdaRunner } from './runner.ts'
import { createSurroundings } from './surroundings.ts'

/** What an account has at first: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const ACCOUNT_LIMIT = { ConcurrentExecutions: 1_000, UnreservedConcurrentExecutions: 1_000 }

/** Lambda: the stacks' functions, called and waited for, or handed an event. */
export const lambda = defineService({
  name: 'lambda',
  types: {
    'AWS::Lambda::Function': ({ name, property }) => {
      const functionName = property('FunctionName') || name
      return { ref: functionName, attributes: { Arn: arn('lambda', `function:${functionName}`) } }
    },
    'AWS::Lambda::Version': ({ property }) => {
      const version = arn('lambda', `function:${functionNameOf(property('FunctionName'))}:1`)
      return { ref: version, attributes: { Version: '1', FunctionArn: version } }
    },
    'AWS::Lambda::Alias': ({ property }) => {
      const name = functionNameOf(property('FunctionName'))
      const alias = arn('lambda', `function:${name}:${property('Name')}`)
      return { ref: alias, attributes: { AliasArn: alias } }
    },
    'AWS::Lambda::LayerVersion': byName,
    'AWS::Lambda::EventInvokeConfig': byName,
  },
  start(context) {
    const { cloud, ports, log } = context
    const hasValkey = valkey.in(context) !== undefined
    const functions = functionsOf(cloud, createSurroundings(ports, hasValkey))
    const calls = sumCalls()
    const { hear } = cloudWatch.in(context)
    const runner = createLambdaRunner({
      functions,
      log: (name, line) => {
        log(name, line)
        hear(line)
      },
      count: calls.add,
    })
    const { deadLetters } = queues.in(context)
    awsApi.in(context).onPath('/2016-08-19/account-settings', (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ AccountLimit: ACCOUNT_LIMIT }))
    })
    const invoker = createAsyncInvoker({ functions, runner, deadLetters })
    return {
      functions,
      runner,
      invoker,
      /** What these environments asked of AWS's services; the gateway's have their own. */
      calls,
      async close() {
        await invoker.close()
        await runner.close()
      },
    }
  },
})
