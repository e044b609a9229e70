import { SCHEMAS } from '../contract.ts'
import { PROBLEMS, type ProblemCode } from '../problems.ts'
import type { Config } from '../config.ts'
import { cookieName } from './cookies.ts'
import { FIRST_PAGE, MAX_LIMIT, MAX_PAGE } from './read-request.ts'
import type { Route } from './route.ts'

export const API_VERSION = '1.0.0'
export const API_RELEASED = '2026-11-22'

type Json = Readonly<Record<string, unknown>>

const PARAMETERS: Record<string, string> = {
  slug: "The profile's part of the address, for example personlig-assistent",
  version: 'A published version, for example 1.0.0',
  other: 'The version to compare with',
  itemId: 'Id of the item',
  personId: 'Pseudonymous id of a person',
  roleId: 'Id of a role that the person has',
  organisationId: 'Id of an organisation',
  sessionId: 'Id of a session of your own',
  passkeyId: 'Id of a passkey of your own',
  workshopId: 'Id of a workshop',
  groupId: 'Id of a group of the workshop',
  seatId: 'Id of a participant’s seat in the workshop',
  rowId: 'Id of a row of the compilation: that of its first statement',
  code: 'The six signs of a group’s code, however they are written',
  reviewId: 'Id of a review',
  memberId: 'Pseudonymous id of a place at the panel',
  recusalId: 'Id of a recusal',
  remarkId: 'Id of a remark',
  amendmentId: 'Id of an amendment',
  meetingId: 'Id of a meeting of the panel',
  mailId: 'Id of a mail',
  name: 'Name of a job',
  seq: 'Number of the log entry',
}

/** Can happen on every route; on those with a body, or behind the door, some more. */
const EVERYWHERE: readonly ProblemCode[] = ['too-many-requests', 'internal-error', 'storage-unavailable']
/** Bytes as they are need no schema, says OpenAPI 3.1. */
const PICTURE: Json = {}
const WITH_BODY: readonly ProblemCode[] = [
  'body-malformed',
  'body-too-large',
  'media-type-unsupported',
  'request-invalid',
  'cross-site',
]
const BEHIND_THE_DOOR: readonly ProblemCode[] = ['not-signed-in', 'not-allowed']
const ON_WRITING: readonly ProblemCode[] = ['storage-full', 'storage-read-only', 'cross-site']

/** The OpenAPI 3.1 document, made of the same values that answer the requests. */
export function openApi(routes: readonly Route[], { baseUrl, contactEmail }: Config): Json {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Profilverkstad',
      version: API_VERSION,
      summary: 'Occupational profiles: drafted, checked, published and printed.',
      description:
        'What is published is read without signing in and never changes: its entity tag is the SHA-256 of its bytes. ' +
        'Times are RFC 3339 in UTC. Errors are RFC 9457 and name every fault. Lists take limit (1-100, default 20) and page (from 1). ' +
        'There is no service level beyond what the installation promises, and no limit on the number of requests but fairness: 1,200 a minute for each person who is signed in, and for each address.',
      contact: { name: 'Profilverkstad', url: baseUrl, ...(contactEmail && { email: contactEmail }) },
      license: { name: 'This description may be used freely (CC0 1.0)', identifier: 'CC0-1.0' },
    },
    servers: [{ url: `${baseUrl}/api/v1`, description: 'This installation' }],
    paths: paths(routes),
    components: {
      schemas: Object.fromEntries(
        [...SCHEMAS].map(([name, schema]) => [String(schema.title), bundled(name, schema)]),
      ),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: cookieName({ baseUrl }),
          description: 'The cookie that signing in gives.',
        },
      },
    },
  }
}

/** Every problem that a route can answer with. */
export function problemsOf(route: Route): ProblemCode[] {
  const codes = [
    ...route.problems,
    ...(route.path.includes('{') ? (['not-found'] as const) : []),
    ...(route.access === 'anyone' ? [] : BEHIND_THE_DOOR),
    ...(route.body || route.image ? WITH_BODY : []),
    ...(route.paged ? (['request-invalid'] as const) : []),
    ...(route.ifMatch ? (['precondition-required', 'request-invalid'] as const) : []),
    ...(route.method === 'get' ? [] : ON_WRITING),
    ...EVERYWHERE,
  ]
  return [...new Set(codes)]
}

function paths(routes: readonly Route[]): Json {
  const found: Record<string, Record<string, Json>> = {}
  for (const route of routes) found[route.path] = { ...found[route.path], [route.method]: operation(route) }
  return found
}

function operation(route: Route): Json {
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    security: route.access === 'anyone' ? [{}] : [{ session: [] }],
    parameters: parameters(route),
    ...(route.image && {
      requestBody: {
        required: true,
        content: { 'image/png': { schema: PICTURE }, 'image/jpeg': { schema: PICTURE } },
      },
    }),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: ref(`requests/${route.body}`) } },
      },
    }),
    responses: { [route.answer.status]: answer(route), ...problemAnswers(route) },
  }
}

function parameters(route: Route): Json[] {
  const names = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name)
  const integer = (name: string, description: string, fallback: number, maximum: number) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'integer', minimum: 1, maximum, default: fallback },
  })
  return [
    ...names.map((name) => ({
      name,
      in: 'path',
      required: true,
      description: PARAMETERS[name],
      schema: { type: 'string' },
    })),
    ...Object.entries(route.query ?? {}).map(([name, description]) => ({
      name,
      in: 'query',
      description,
      schema: { type: 'string' },
    })),
    ...(route.paged
      ? [
          integer('limit', 'How many a page holds at most', FIRST_PAGE.limit, MAX_LIMIT),
          integer('page', 'Which page, from 1', FIRST_PAGE.page, MAX_PAGE),
        ]
      : []),
    ...(route.ifMatch
      ? [
          {
            name: 'If-Match',
            in: 'header',
            required: true,
            description: 'The strong entity tag of the draft that the act was decided on',
            schema: { type: 'string' },
          },
        ]
      : []),
  ]
}

function answer({ answer: { description, schema, mediaType = 'application/json', status } }: Route): Json {
  if (status === 204) return { description }
  return { description, content: { [mediaType]: { schema: schema ? ref(schema) : { description } } } }
}

function problemAnswers(route: Route): Json {
  const codes = problemsOf(route)
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code]))]
  const content = { 'application/problem+json': { schema: ref('problem') } }
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: codes.filter((code) => PROBLEMS[code] === status).join(', '), content },
    ]),
  )
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${String(SCHEMAS.get(name)?.title)}` }
}

/** A schema as it stands in the document: references to other files become references to other components. */
function bundled(name: string, schema: Json): Json {
  const { $schema: _dialect, $id: _id, ...plain } = schema
  return rewritten(plain, name) as Json
}

function rewritten(node: unknown, name: string): unknown {
  if (Array.isArray(node)) return node.map((part) => rewritten(part, name))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' ? componentAddress(String(value), name) : rewritten(value, name),
    ]),
  )
}

function componentAddress(address: string, from: string): string {
  const [file = '', pointer = ''] = address.split('#')
  const target = file === '' ? from : resolved(file, from)
  return `#/components/schemas/${String(SCHEMAS.get(target)?.title)}${pointer}`
}

function resolved(file: string, from: string): string {
  const name = file.replace('.schema.json', '')
  return name.startsWith('../') ? name.slice(3) : from.startsWith('requests/') ? `requests/${name}` : name
}
