import { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { EDGE_HEADERS } from '#contract/http/edge-headers'
import { runViewerRequest } from '#local/edge/viewer/edge-function'
import { testApp } from '#test/support/app'

const { app, edge } = testApp()
app.synth()
const source = Object.values(Template.fromStack(edge).findResources('AWS::CloudFront::Function'))
  .map(({ Properties }) => String(Properties.FunctionCode))
  .find((code) => code.includes(EDGE_HEADERS.viewer) && !code.includes('pageFor'))

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3:4:5::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
])('the viewer at %s is counted as %s, whatever it says of itself', (address, viewer) => {
  const result = runViewerRequest(
    source ?? '',
    {
      method: 'GET',
      uri: '/api/courses',
      querystring: {},
      cookies: {},
      headers: {
        host: { value: 'Learn.Example.org' },
        [EDGE_HEADERS.viewer]: { value: '198.51.100.1' },
      },
    },
    address,
  )
  expect('request' in result && result.request.headers).toMatchObject({
    [EDGE_HEADERS.host]: { value: 'learn.example.org' },
    [EDGE_HEADERS.viewer]: { value: viewer },
  })
})
