import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { Deployment } from '#lib/settings/deployment'
import { tableSchema } from './table-schema.ts'

const attribute = (name: string) => ({ name, type: AttributeType.STRING })

/** What learning writes and "my courses" reads; the others change where somebody teaches, and begin with enough. */
const WARMED = ['gsi1']

/** The one table: on demand, streamed, restorable to any second of the last 35 days. */
export class LecternTable extends Table {
  constructor(scope: Construct, id: string) {
    const { settings, dataRemoval } = Deployment.of(scope)
    const { warm } = settings.table
    const warmThroughput = warm
      ? { readUnitsPerSecond: warm.reads, writeUnitsPerSecond: warm.writes }
      : undefined
    super(scope, id, {
      partitionKey: attribute(tableSchema.key.partition),
      sortKey: attribute(tableSchema.key.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      warmThroughput,
      encryption: TableEncryption.AWS_MANAGED,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: tableSchema.timeToLive,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.retainData,
      removalPolicy: dataRemoval,
    })
    for (const [indexName, key] of Object.entries(tableSchema.indexes))
      this.addGlobalSecondaryIndex({
        indexName,
        partitionKey: attribute(key.partition),
        sortKey: attribute(key.sort),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...key.projected],
        warmThroughput: WARMED.includes(indexName) ? warmThroughput : undefined,
      })
  }
}
