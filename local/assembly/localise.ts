import { hostOf, urlOf } from '#local/http/listen'
import type { Ports } from '#local/http/ports'
import { REGION } from './identifiers.ts'

/**
 * AWS's own host names in the templates, as addresses of this machine. The site speaks plain HTTP
 * here, and sign-in has one address for the issuer and for the managed login.
 */
export function createLocaliser(ports: Ports): (text: string) => string {
  const issuer = new RegExp(`https://cognito-idp\\.${REGION}\\.amazonaws\\.com`, 'g')
  const login = new RegExp(`https://[a-z0-9-]+\\.auth\\.${REGION}\\.amazoncognito\\.com`, 'g')
  const bucket = new RegExp(`https://[a-z0-9.-]+\\.s3\\.${REGION}\\.amazonaws\\.com`, 'g')
  return (text) =>
    text
      .replace(issuer, urlOf(ports.cognito))
      .replace(login, urlOf(ports.cognito))
      .replace(bucket, urlOf(ports.s3))
      .replaceAll(`https://${hostOf(ports.site)}`, urlOf(ports.site))
}
