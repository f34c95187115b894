import { cmafGroupRules } from './cmaf-rules.ts'
import { isCmafGroup, type JobRequest, MOST_CAPTURES, type PosterGroup } from './job-request.ts'
import { type Check, check, evenSides, isWithin, unless } from './rule.ts'

type Picture = PosterGroup['outputs'][number]['videoDescription']

/**
 * What MediaConvert would refuse a job for, each as it would say it: the setting's place and what is wrong.
 * Empty when the job may be created. The rules are those of the API reference and the user guide that
 * concern settings which we send; a service that changes its mind is not noticed here.
 * https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html
 */
export function refusals(request: JobRequest): string[] {
  const { settings } = request
  return check([
    ...requestRules(request),
    ...settings.inputs.flatMap(({ fileInput, audioSelectors }, input) => [
      unless(
        /^s3:\/\/[^/]+\/.+/s.test(fileInput),
        `/inputs/${input}/fileInput`,
        'Should match the pattern of an S3, HTTP or HTTPS address',
      ),
      ...Object.entries(audioSelectors).map(([name, { tracks }]) =>
        unless(
          tracks.length > 0 && tracks.every((track) => Number.isInteger(track) && track >= 1),
          `/inputs/${input}/audioSelectors/${name}/tracks`,
          'Should be greater than or equal to 1',
        ),
      ),
    ]),
    ...settings.outputGroups.flatMap((group, index) => {
      const place = `/outputGroups/${index}`
      const names = group.outputs.map(({ nameModifier }) => nameModifier)
      return [
        unless(group.outputs.length > 0, `${place}/outputs`, 'Should have at least one output'),
        // https://docs.aws.amazon.com/mediaconvert/latest/ug/example-name-modifier.html
        unless(
          new Set(names).size === names.length,
          `${place}/outputs`,
          'Each output of a group should have a name modifier of its own',
        ),
        ...(isCmafGroup(group)
          ? cmafGroupRules(group, settings.inputs[0]?.audioSelectors ?? {}, place)
          : group.outputs.flatMap(({ videoDescription }, output) =>
              captureRules(videoDescription, `${place}/outputs/${output}/videoDescription`),
            )),
      ]
    }),
  ])
}

function captureRules(picture: Picture, place: string): Check[] {
  const settings = picture.codecSettings.frameCaptureSettings
  const at = `${place}/codecSettings/frameCaptureSettings`
  const within = (name: keyof typeof settings, most: number) => {
    const value = settings[name]
    return unless(
      value === undefined || (Number.isInteger(value) && isWithin(value, 1, most)),
      `${at}/${name}`,
      `Should be a whole number from 1 to ${most}`,
    )
  }
  return [
    ...evenSides(picture, place),
    within('framerateNumerator', 2_147_483_647),
    within('framerateDenominator', 2_147_483_647),
    within('maxCaptures', MOST_CAPTURES),
    within('quality', 100),
  ]
}

function requestRules({ clientRequestToken, role }: JobRequest): Check[] {
  return [
    // https://docs.aws.amazon.com/mediaconvert/latest/apireference/idempotency.html
    unless(
      clientRequestToken === undefined || /^[\x20-\x7e]{1,64}$/.test(clientRequestToken),
      '/clientRequestToken',
      'Should be at most 64 ASCII characters',
    ),
    // https://docs.aws.amazon.com/mediaconvert/latest/ug/iam-role.html
    unless(
      /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/.test(role),
      '/role',
      'Should be the ARN of a role',
    ),
  ]
}
