import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 in hexadecimal. The browser's own gives its answer later, and none at all where there is no TLS. */
export function sha256(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)))
}
