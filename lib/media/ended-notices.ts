import { Validations } from 'aws-cdk-lib'
import { EventField, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { DeadLetterQueue } from '#lib/constructs/dead-letter-queue'
import { delivery } from '#lib/constructs/event-target'
import { Deployment } from '#lib/settings/deployment'

/**
 * Tells the content team by e-mail of every upload that was rejected, failed or is held back: in English, for
 * the event carries its words and a topic knows no readers' languages.
 */
export class EndedNotices extends Construct {
  readonly deadLetters: DeadLetterQueue
  /** Takes the event of every video that failed, apart from what its uploader must mend. */
  readonly failed: Rule

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const { settings, id: deploymentId } = Deployment.of(this)
    const topic = new Topic(this, 'Topic', { enforceSSL: true })
    Validations.of(topic).acknowledge({
      id: 'AwsSolutions-SNS2',
      reason:
        'File names and reasons are no personal data, and EventBridge cannot use the AWS key.',
    })
    if (settings.contentEmail) topic.addSubscription(new EmailSubscription(settings.contentEmail))
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters')
    const field = (name: string) => EventField.fromPath(`$.detail.${name}`)
    const mailed = (id: string, description: string, state: readonly string[] | object[]) =>
      new Rule(this, id, {
        description,
        eventPattern: {
          source: ['lectern.media'],
          detailType: ['Asset Ended'],
          detail: { deploymentId: [deploymentId], state },
        },
        targets: [
          new SnsTopic(topic, {
            deadLetterQueue: this.deadLetters,
            ...delivery,
            message: RuleTargetInput.fromMultilineText(`${field('headline')}\n${field('reason')}`),
          }),
        ],
      })
    this.failed = mailed('AssetFailed', 'Videos that failed', ['failed'])
    mailed('AssetEnded', 'Uploads that need somebody', Match.anythingBut('failed'))
  }
}
