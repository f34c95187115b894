import { arn, byName, functionNameOf } from '#local/assembly/identifiers'
import { queues } from '#local/queues/index'
import { defineService } from '#local/service/service'
import { valkey } from '#local/valkey/index'
import { createAsyncInvoker } from './asynchronous.ts'
import { sumCalls } from './count-calls.ts'
import { functionsOf } from './function.ts'
import { createLambdaRunner } from './runner.ts'
import { createSurroundings } from './surroundings.ts'

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
    'AWS::ApplicationAutoScaling::ScalableTarget': byName,
  },
  start(context) {
    const { cloud, ports, log } = context
    const hasValkey = valkey.in(context) !== undefined
    const functions = functionsOf(cloud, createSurroundings(ports, hasValkey))
    const calls = sumCalls()
    const runner = createLambdaRunner({ functions, log, count: calls.add })
    const { deadLetters } = queues.in(context)
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
