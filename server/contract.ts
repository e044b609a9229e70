import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Fault } from './problems.ts'
import { repositoryRoot } from './repository-root.ts'

/** The schemas as they stand in `schemas/`, by their path there without ending: `edition`, `requests/add-word`. */
export const SCHEMAS: ReadonlyMap<string, Readonly<Record<string, unknown>>> = readSchemas()

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  code: { process: gatherInPlace },
})
addFormats.default(ajv)
for (const schema of SCHEMAS.values()) ajv.addSchema(schema)

/** ajv copies all faults found so far at each part that has one, so that 100,000 wrong parts take half a minute. */
function gatherInPlace(code: string): string {
  return code.replaceAll(
    /vErrors === null \? ([\w$.]+) : vErrors\.concat\(\1\)/gu,
    'vErrors === null ? $1 : ($1.forEach((fault) => vErrors.push(fault)), vErrors)',
  )
}

const compiled = new Map<string, ValidateFunction>()

/** Every fault of a value against a schema, each with its place; empty when there is none. A schema is compiled at its first use. */
export function faultsOf(schemaName: string, value: unknown): Fault[] {
  const validate = compiled.get(schemaName) ?? compile(schemaName)
  return validate(value) ? [] : (validate.errors ?? []).map(faultFrom)
}

function compile(schemaName: string): ValidateFunction {
  const validate = ajv.getSchema(`/schemas/v1/${schemaName}.schema.json`)
  if (!validate) throw new Error(`there is no schema ${schemaName}`)
  compiled.set(schemaName, validate)
  return validate
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
