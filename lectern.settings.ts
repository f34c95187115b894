import type { Settings } from '#lib/settings/settings'

/** One entry for each deployment: `npx cdk deploy --all -c stage=prod`. What is not said has a default. */
export default {
  stages: {
    dev: {
      retainData: false,
      provisioned: { min: 0 },
      valkey: { form: 'none' },
      logRetentionDays: 14,
      alarms: 'few',
    },
    // `npm run plan -- --stage prod` says what that comes to and what it costs; `profile: 'small'` is for a few hundred.
    prod: { users: 10_000 },
  },
} satisfies Settings
