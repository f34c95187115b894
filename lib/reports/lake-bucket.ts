import { Duration, Validations } from 'aws-cdk-lib'
import { StorageClass } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { PrivateBucket, tellEventBridge } from '#lib/constructs/private-bucket'
import { Deployment } from '#lib/settings/deployment'

/** What Firehose could not use is kept for somebody to look. */
const ERRORS_KEPT = Duration.days(30)

/**
 * What is recorded, and whom it is about. Without versions, so that what is deleted is gone. It tells of new objects.
 */
export class LakeBucket extends PrivateBucket {
  constructor(scope: Construct, id: string) {
    const { coolAfterDays, keepDays } = Deployment.of(scope).settings.reports
    super(scope, id, {
      lifecycleRules: [
        {
          prefix: 'events/',
          transitions: [
            {
              storageClass: StorageClass.INTELLIGENT_TIERING,
              transitionAfter: Duration.days(coolAfterDays),
            },
          ],
          ...(keepDays !== null && { expiration: Duration.days(keepDays) }),
        },
        ...(keepDays !== null
          ? [{ prefix: 'dimensions/', expiration: Duration.days(keepDays) }]
          : []),
        { prefix: 'errors/', expiration: ERRORS_KEPT },
        { prefix: 'results/', expiration: Duration.days(1) },
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
      ],
    })
    tellEventBridge(this)
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'The register’s keys name people: a log of who wrote which would link them to their events after they were erased.',
    })
  }
}
