import { REGION } from './identifiers.ts'

/**
 * AWS's own host names in the templates, as addresses of this machine. The site speaks plain HTTP
 * here, and sign-in has one address for the issuer and for the managed login.
 */
export function createLocaliser(options: {
  siteHost: string
  issuerBase: string
  s3Url: string
}): (text: string) => string {
  const { siteHost, issuerBase, s3Url } = options
  const issuer = new RegExp(`https://cognito-idp\\.${REGION}\\.amazonaws\\.com`, 'g')
  const login = new RegExp(`https://[a-z0-9-]+\\.auth\\.${REGION}\\.amazoncognito\\.com`, 'g')
  const bucket = new RegExp(`https://[a-z0-9.-]+\\.s3\\.${REGION}\\.amazonaws\\.com`, 'g')
  return (text) =>
    text
      .replace(issuer, issuerBase)
      .replace(login, issuerBase)
      .replace(bucket, s3Url)
      .replaceAll(`https://${siteHost}`, `http://${siteHost}`)
}
