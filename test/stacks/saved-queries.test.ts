import { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { savedQueries } from '#lib/reports/saved-queries'
import { testApp } from '#test/support/app'

test('Athena lists the statements of the page for analysts, where its cost is bounded', () => {
  const found = Template.fromStack(testApp().reports).findResources('AWS::Athena::NamedQuery')
  const queries = Object.values(found).map(({ Properties }) => Properties)
  expect(queries.map(({ QueryString }) => QueryString).sort()).toEqual(
    savedQueries.map(({ sql }) => sql).sort(),
  )
  for (const query of queries)
    expect(query).toMatchObject({ WorkGroup: 'lectern-test-reports', Database: 'lectern_test' })
})
