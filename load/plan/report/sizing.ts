import type { StageSettings } from '#lib/settings/settings'
import type { Plan } from '#load/plan/plan'
import { lost } from '#load/plan/profiles'
import type { TableProps as Table } from '#load/plot/html'
import { count, ms, percent } from './words.ts'

/** What must run, by what the stage’s settings come to. */
export const sizingTables = (plan: Plan, settings: StageSettings): Table[] => [
  functionsTable(plan, settings),
  restTable(plan, settings),
  quotasTable(plan),
]

function functionsTable(plan: Plan, { provisioned, warmForOpenings }: StageSettings): Table {
  const rows = Object.values(plan.functions).map(
    ({ service, withBurst, usual, need, coldStarts, coldShare }) => {
      const its = service === 'catalog' || service === 'learning' ? provisioned[service] : null
      const floors = its ? [its.min, ...its.schedule.map(({ min }) => min)] : []
      const isWarm = floors.some((min) => min > 0)
      return [
        service,
        count(usual.callsPerSecond),
        count(withBurst.callsPerSecond),
        ms(withBurst.serviceMs),
        count(need.concurrency),
        `${need.environments} (${need.because})`,
        its && isWarm ? `${Math.min(...floors)}–${Math.max(...floors)} to ${its.max}` : 'on demand',
        isWarm
          ? coldStarts > 0
            ? `${coldStarts}, ${percent(coldShare)}`
            : 'none'
          : 'each new one',
      ]
    },
  )
  return {
    title: 'Functions',
    head: [
      '',
      'calls/s, usual',
      'planned with a burst',
      'a call',
      'at once',
      'environments',
      'warm',
      'cold starts in a burst',
    ],
    rows,
    figures: [1, 2, 3, 4],
    notes: [
      'An environment takes ten calls a second, however short they are; it is planned to be 70 % busy.',
      'In brackets what decides: the calls a second, how many run at once (concurrency), or that few wait (waiting).',
      ...(warmForOpenings && plan.functions.learning.provisioned
        ? [
            `Cold starts are those of a burst that nobody knew of: before a lesson opens to a course’s members, environments for ${warmForOpenings.comePercent} % of them are warm.`,
          ]
        : []),
      ...lost[plan.input.profile],
    ],
  }
}

function restTable(plan: Plan, settings: StageSettings): Table {
  const { gateway, table, edge, media, signInsPerSecond, firewall, valkey } = plan
  const { api } = settings
  const it = settings.valkey
  return {
    title: 'The rest',
    head: ['', 'comes', 'is set to'],
    rows: [
      [
        'Gateway',
        `${count(gateway.arrivals)} requests/s`,
        `${count(api.requestsPerSecond)}/s, ${count(api.burst)} at once`,
      ],
      [
        'Gateway cache',
        `${count(gateway.cachedMb)} MB; answers ${percent(gateway.hits.getCourse ?? 0)} of course pages`,
        api.cacheSizeGb === null ? 'none' : `${api.cacheSizeGb} GB`,
      ],
      [
        'Firewall, of one address in 5 minutes',
        `${count(firewall.peopleAtAnAddress)} people`,
        settings.apiWebAcl
          ? `${count(api.signedInPerAddress)} signed in, ${count(api.requestsPerAddress)} without`
          : 'none: the stage’s throttle alone',
      ],
      [
        'Valkey',
        `${count(valkey.commandsPerSecond)} commands/s, ${count(valkey.storedMb)} MB, ${count(valkey.connections)} connections`,
        it.form === 'nodes'
          ? `${it.nodeType}, ${it.replicas} replica${it.replicas > 1 ? 's' : ''}`
          : it.form,
      ],
      [
        'Table',
        `${count(table.readsPerSecond)} read and ${count(table.writesPerSecond)} write units/s`,
        settings.table.warm
          ? `warmed for ${count(settings.table.warm.reads)} and ${count(settings.table.warm.writes)}`
          : 'on demand, as it begins',
      ],
      [
        'Edge',
        `${count(edge.files.segment)} segments/s, ${count(edge.mbitPerSecond / 1_000)} Gbit/s, ${count(edge.playing)} watching`,
        'takes it',
      ],
      [
        'Encoding',
        `${count(media.minutesAMonth / 60)} hours of lectures a month`,
        `${media.jobs} job${media.jobs > 1 ? 's' : ''} at once`,
      ],
      ['Sign-in', `${count(signInsPerSecond)} a second in a burst`, 'takes it, up to its quota'],
    ],
    figures: [],
    notes: settings.table.warm
      ? [
          'Warming the table is paid once, which is not in the bill below, and cannot be taken back: docs/sizing.md.',
        ]
      : [],
  }
}

function quotasTable({ quotas, input }: Plan): Table {
  const raised = quotas.filter(({ raiseTo }) => raiseTo !== null)
  return {
    title: 'Quotas of the account',
    head: ['', 'an account has', 'is needed', 'ask for'],
    rows: quotas.map(({ name, has, needs, raiseTo, unit }) => [
      name,
      count(has),
      `${count(needs)} ${unit}`,
      raiseTo === null ? 'enough' : count(raiseTo),
    ]),
    figures: [1, 3],
    notes: [
      raised.length === 0
        ? 'None is to be raised: a fifth is to spare in each.'
        : 'Ask some days before people come. Those without a command below are a support case.',
      ...raised.flatMap(({ code, raiseTo }) => (code ? [asking(code, raiseTo, input.region)] : [])),
      'A new account may have fewer than the thousand environments named here: see what yours has.',
    ],
  }
}

/** https://docs.aws.amazon.com/cli/latest/reference/service-quotas/request-service-quota-increase.html */
function asking(code: string, desired: number | null, region: string): string {
  const [service, quota] = code.split('/')
  return `aws service-quotas request-service-quota-increase --region ${region} --service-code ${service} --quota-code ${quota} --desired-value ${desired}`
}
