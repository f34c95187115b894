import { AthenaClient } from '@aws-sdk/client-athena'
import type { S3Client } from '@aws-sdk/client-s3'
import { systemClock } from '#adapters/platform/clock'
import { createAthenaWarehouse } from '#adapters/warehouse/athena'
import { createFactStore } from '#adapters/warehouse/fact-store'
import type { FactDeps } from '#core/reports/facts/work-out-day'

/** What working out days takes, of a deployment of that stage. */
export const openFacts = (s3: S3Client, bucket: string, stage: string): FactDeps => ({
  warehouse: createAthenaWarehouse(new AthenaClient(), {
    workGroup: `lectern-${stage}-reports`,
    database: `lectern_${stage.replaceAll('-', '_')}`,
  }),
  facts: createFactStore(s3, bucket),
  clock: systemClock,
})
