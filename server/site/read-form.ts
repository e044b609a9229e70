import express, { type Request, type RequestHandler } from 'express'
import { faultsOf } from '../contract.ts'
import { cleanTexts } from '../domain/profile/clean-text.ts'

/** As many parts as so large a body can have, so that its size alone is what refuses it. */
const MOST_PARTS = 8 * 1024

/** Reads what a form without script sends; strangers send no more than what they sign in with. */
export const FORM_BODY: RequestHandler = express.urlencoded({
  extended: false,
  limit: '8kb',
  parameterLimit: MOST_PARTS,
})

/** The named fields of a form, cleaned as the API cleans its texts; one that is missing or given twice is empty. */
export function fieldsIn<Name extends string>(
  { body }: Request,
  names: readonly Name[],
): Record<Name, string> {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
  const fields = names.map((name) => [name, typeof given[name] === 'string' ? given[name] : ''])
  return cleanTexts(Object.fromEntries(fields) as Record<Name, string>)
}

/** The names of the fields that the API would not take either. */
export function wrongFields(schema: string, fields: Readonly<Record<string, string>>): string[] {
  return faultsOf(`requests/${schema}`, fields).map(({ pointer }) => pointer.slice(1))
}
