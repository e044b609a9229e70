import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Fault } from './problems.ts'
import { repositoryRoot } from './repository-root.ts'

/** The schemas as they stand in `schemas/`, by their path there without ending: `edition`, `requests/add-word`. */
export const SCHEMAS: ReadonlyMap<string, Readonly<Record<string, unknown>>> = readSchemas()

/** Stops at the first fault, and tells quickly whether there is any. */
const strict = ajvWith({ allErrors: false })
/**
 * Finds every fault. Its time grows with their square, so it is asked about values of an ordinary size only; and it is
 * made when the first fault is found.
 */
let thorough: Ajv2020 | undefined
const ORDINARY = 20_000

function ajvWith({ allErrors }: { allErrors: boolean }): Ajv2020 {
  const ajv = new Ajv2020({ allErrors, strict: true, allowUnionTypes: true })
  addFormats.default(ajv)
  // PostgreSQL keeps 36 characters, and two spellings of one id would be two ids.
  ajv.addFormat('uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u)
  for (const schema of SCHEMAS.values()) ajv.addSchema(schema)
  return ajv
}

/**
 * Every fault of a value against a schema, each with its place; empty when there is none. Of a value that is larger
 * than anything of ours, the first fault only. A schema is compiled at its first use.
 */
export function faultsOf(schemaName: string, value: unknown): Fault[] {
  const quick = validatorFor(strict, schemaName)
  if (quick(value)) return []
  const first = (quick.errors ?? []).map(faultFrom)
  if (!hasAtMost(ORDINARY, value)) return first
  thorough ??= ajvWith({ allErrors: true })
  const validate = validatorFor(thorough, schemaName)
  return validate(value) ? first : (validate.errors ?? []).map(faultFrom)
}

function validatorFor(ajv: Ajv2020, schemaName: string): ValidateFunction {
  const validate = ajv.getSchema(`/schemas/v1/${schemaName}.schema.json`)
  if (!validate) throw new Error(`there is no schema ${schemaName}`)
  return validate
}

/** Whether a JSON value has no more than so many parts. */
function hasAtMost(limit: number, value: unknown): boolean {
  let parts = 0
  let level: unknown[] = [value]
  while (level.length > 0) {
    parts += level.length
    if (parts > limit) return false
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []))
  }
  return true
}

/** ajv points at the object when a property is missing or unknown; a person looks for the property. */
function faultFrom({ instancePath, keyword, params, message }: ErrorObject): Fault {
  const property = (params.missingProperty ?? params.additionalProperty ?? params.propertyName) as
    string | undefined
  const escaped = property?.replaceAll('~', '~0').replaceAll('/', '~1')
  return {
    pointer: escaped === undefined ? instancePath : `${instancePath}/${escaped}`,
    code: keyword,
    detail: message ?? keyword,
  }
}

function readSchemas(): Map<string, Record<string, unknown>> {
  const folder = path.join(repositoryRoot(), 'schemas')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.schema.json'),
  )
  return new Map(
    files.sort().map((file) => {
      const name = file.replaceAll(path.sep, '/').replace('.schema.json', '')
      return [name, JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, unknown>]
    }),
  )
}
