import type { JsonObject } from '#local/assembly/json'
import { type AwsApi, readJson } from '#local/aws-api/server'

/** Where custom resources send what became of them, as CloudFormation's presigned URLs. */
export interface ResponseUrls {
  awaitResponse(id: string): { readonly url: string; readonly response: Promise<JsonObject> }
}

const PATH = '/cloudformation/'

export function openResponseUrls(api: AwsApi): ResponseUrls {
  const waiting = new Map<string, (response: JsonObject) => void>()
  api.onPath(PATH, async (request, response) => {
    const id = request.url?.slice(PATH.length) ?? ''
    const body = await readJson(request)
    waiting.get(id)?.(body)
    waiting.delete(id)
    response.end()
  })
  return {
    awaitResponse: (id) => ({
      url: `${api.url}${PATH}${id}`,
      response: new Promise((resolve) => void waiting.set(id, resolve)),
    }),
  }
}
