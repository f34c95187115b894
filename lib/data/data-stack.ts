import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Construct } from 'constructs'
import type { Network } from '../constructs/node-function.ts'
import { WorkerFunction } from '../constructs/worker-function.ts'
import type { StageSettings } from '../settings/settings.ts'
import { grantTable } from './grant-table.ts'
import { LecternTable } from './lectern-table.ts'
import { Valkey } from './valkey.ts'

export interface DataStackProps extends StackProps {
  readonly settings: StageSettings
  readonly network: Network
  readonly functionsDist: string
}

/** What Lectern remembers: the table, the cache before it, and the projector behind its stream. */
export class DataStack extends Stack {
  readonly table: LecternTable
  readonly valkey: Valkey
  readonly projector: WorkerFunction<'projector'>

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props)
    const { settings, network, functionsDist } = props
    this.table = new LecternTable(this, 'Table', { settings })
    this.valkey = new Valkey(this, 'Valkey', { network, settings })
    this.projector = new WorkerFunction(this, 'Projector', {
      name: 'projector',
      environment: { TABLE_NAME: this.table.tableName, VALKEY_URL: this.valkey.url },
      functionsDist,
      network,
      logRetentionDays: settings.logRetentionDays,
    })
    grantTable(this.table, this.projector.lambda, 'readWrite')
    this.projector.lambda.addEventSource(
      new DynamoEventSource(this.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(1),
        parallelizationFactor: 2,
        bisectBatchOnError: true,
        retryAttempts: 5,
        maxRecordAge: Duration.hours(20),
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(this.projector.deadLetters),
      }),
    )
  }
}
