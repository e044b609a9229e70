import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Hash } from './domain/profile/wordings.ts'

/** SHA-256 in hexadecimal, of a text's UTF-8 bytes. */
export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex')

/** Canonical JSON (RFC 8785): the same value gives the same text, whatever order its keys were written in. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('this value has no JSON form')
  return text
}

/** A value as it is sealed: its canonical JSON and the SHA-256 of those bytes. */
export type Sealed = { readonly document: string; readonly digest: string }

export function seal(value: unknown): Sealed {
  const document = canonicalJson(value)
  return { document, digest: sha256(document) }
}
