import type { ApiInfo } from '../../../schemas/types.ts'
import { API_RELEASED, API_VERSION, openApi } from '../openapi.ts'
import { route, type Route } from '../route.ts'

/** `described` gives all routes of the API, these two among them. */
export const metaRoutes = (described: () => readonly Route[]) => [
  route({
    method: 'get',
    path: '/api-info',
    id: 'readApiInfo',
    summary: 'What this API is and which version of it answers',
    access: 'anyone',
    answer: { status: 200, description: 'About the API', schema: 'api-info' },
    problems: [],
    handle: (_request, { config }) => {
      const info: ApiInfo = {
        apiName: 'Profilverkstad',
        apiVersion: API_VERSION,
        apiReleased: API_RELEASED,
        apiDocumentation: `${config.baseUrl}/api`,
        apiStatus: 'active',
      }
      return Promise.resolve({ body: info })
    },
  }),
  route({
    method: 'get',
    path: '/openapi.json',
    id: 'readOpenApi',
    summary: 'This description',
    access: 'anyone',
    answer: { status: 200, description: 'OpenAPI 3.1' },
    problems: [],
    handle: (_request, { config }) => Promise.resolve({ body: openApi(described(), config) }),
  }),
]
