import type { OccupationalProfile, PublishedAs } from '../../schemas/types.ts'
import type { Fault } from '../problems.ts'

/** What an import did with a part of a file. The words for it stand in the catalogues, under import.remarks. */
export type RemarkCode =
  | 'text-cleaned'
  | 'unknown-field'
  | 'id-renewed'
  | 'link-loosened'
  | 'profile-known'
  | 'category-assumed'
  | 'only-finnish'
  | 'text-empty'
  | 'higher-grades'
  | 'requirements-as-html'
  | 'html-removed'
  | 'text-cut'
  | 'no-unit'
  | 'other-pages'
  | 'field-not-taken'
  | 'targets-merged'

export type Remark = {
  readonly code: RemarkCode
  /** JSON Pointer into the file. */
  readonly pointer: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** A file read as a profile; or what makes it unreadable, all of it. */
export type Reading =
  | {
      readonly ok: true
      readonly format: string
      readonly profile: OccupationalProfile
      readonly published: PublishedAs | null
      readonly repaired: readonly Remark[]
      readonly leftOut: readonly Remark[]
    }
  | { readonly ok: false; readonly faults: readonly Fault[] }
