import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Construct } from 'constructs'
import { targetOf } from '#lib/constructs/event-target'
import { WorkerFunction } from '#lib/constructs/worker-function'
import { grantTable } from './grant-table.ts'
import { LecternTable } from './lectern-table.ts'
import { STREAM_FILTERS } from './stream-filters.ts'

/** What Lectern remembers: the table, and the projector behind its stream. */
export class DataStack extends Stack {
  readonly table: LecternTable
  readonly projector: WorkerFunction<'projector'>
  readonly recount: WorkerFunction<'enrolment-recount'>

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props)
    this.table = new LecternTable(this, 'Table')
    const environment = { TABLE_NAME: this.table.tableName }
    new CfnOutput(this, 'TableName', { value: this.table.tableName })
    this.projector = new WorkerFunction(this, 'Projector', {
      name: 'projector',
      environment,
      readsStream: true,
    })
    this.recount = new WorkerFunction(this, 'EnrolmentRecount', {
      name: 'enrolment-recount',
      environment,
      // It reads the name of everybody who is enrolled, course by course.
      timeout: Duration.minutes(15),
      every: Duration.days(1),
    })
    for (const { lambda } of [this.projector, this.recount])
      grantTable(this.table, lambda, 'readWrite')
    new Rule(this, 'RecountNightly', {
      schedule: Schedule.cron({ hour: '3', minute: '30' }),
      targets: [targetOf(this.recount)],
    })
    this.projector.lambda.addEventSource(
      new DynamoEventSource(this.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 500,
        filters: STREAM_FILTERS,
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
