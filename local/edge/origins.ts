import { isObject, type JsonObject, listAt, objectAt, textAt } from '#local/assembly/json'

export interface DeclaredOrigin {
  readonly id: string
  readonly domainName: string
  readonly path: string
  /** What every request to it gets, whatever the viewer sent under these names. */
  readonly headers: Readonly<Record<string, string>>
}

export const originsOf = (config: JsonObject): DeclaredOrigin[] =>
  listAt(config, 'Origins').map((origin) => ({
    id: textAt(origin, 'Id'),
    domainName: textAt(origin, 'DomainName'),
    path: textAt(origin, 'OriginPath'),
    headers: Object.fromEntries(
      listAt(origin, 'OriginCustomHeaders').map((header) => [
        textAt(header, 'HeaderName').toLowerCase(),
        textAt(header, 'HeaderValue'),
      ]),
    ),
  }))

/** Two origins, of which the second is asked where the first answers so. */
export interface OriginGroup {
  readonly id: string
  readonly members: readonly string[]
  readonly failoverStatuses: readonly number[]
}

export const originGroupsOf = (config: JsonObject): OriginGroup[] =>
  listAt(objectAt(config, 'OriginGroups'), 'Items')
    .filter(isObject)
    .map((group) => ({
      id: textAt(group, 'Id'),
      members: listAt(objectAt(group, 'Members'), 'Items').map((member) =>
        textAt(member, 'OriginId'),
      ),
      failoverStatuses: listAt(
        objectAt(objectAt(group, 'FailoverCriteria'), 'StatusCodes'),
        'Items',
      ).map(Number),
    }))
