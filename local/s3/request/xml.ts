import { XMLParser } from 'fast-xml-parser'
import { S3Error } from './s3-error.ts'

export type XmlValue =
  | string
  | number
  | boolean
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue }

const NAMESPACE = ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'

/** A document of S3; an array repeats its element, `undefined` leaves it out. */
export const toXml = (root: string, value: XmlValue) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value, root === 'Error' ? '' : NAMESPACE)}`

function element(name: string, value: XmlValue, attributes = ''): string {
  if (value === undefined) return ''
  if (isList(value)) return value.map((item) => element(name, item)).join('')
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([child, inner]) => element(child, inner))
          .join('')
      : escapeXml(String(value))
  return `<${name}${attributes}>${content}</${name}>`
}

const isList = (value: XmlValue): value is readonly XmlValue[] => Array.isArray(value)

const escapeXml = (text: string) =>
  text.replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`)

const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: true,
  trimValues: false,
  isArray: (name) => ['Part', 'Tag', 'Object'].includes(name),
})

/** The root element `root` of a request's body, values as text; `Part`, `Tag`, `Object` are lists. */
export function parseXml(text: string, root: string): unknown {
  try {
    const document: unknown = parser.parse(text)
    if (typeof document === 'object' && document !== null && root in document)
      return Object.entries(document).find(([name]) => name === root)?.[1]
  } catch {
    // S3's own sentence below says as much as the parser's.
  }
  throw malformedXml()
}

export const malformedXml = () =>
  new S3Error(
    400,
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema.',
  )
