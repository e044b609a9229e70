/** Every kind of error that the API can answer with, and its status. Titles and advice stand in the catalogues, under problems. */
export const PROBLEMS = {
  'body-malformed': 400,
  'request-invalid': 422,
  'body-too-large': 413,
  'media-type-unsupported': 415,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-signed-in': 401,
  'not-allowed': 403,
  'cross-site': 403,
  'sign-in-link-spent': 410,
  'sign-in-refused': 403,
  'too-many-requests': 429,
  'open-id-refused': 403,
  'open-id-unknown': 403,
  'open-id-personal-number': 403,
  'open-id-unreachable': 503,
  'passkey-refused': 403,
  'person-not-found': 404,
  'organisation-not-found': 404,
  'role-not-found': 404,
  'session-not-found': 404,
  'passkey-not-found': 404,
  'mail-not-found': 404,
  'email-taken': 409,
  'organisation-used': 409,
  'last-administrator': 409,
  'second-step-alone': 409,
  'mail-not-sent': 409,
  'profile-not-found': 404,
  'draft-not-found': 404,
  'edition-not-found': 404,
  'item-not-found': 404,
  'entry-not-found': 404,
  'slug-taken': 409,
  'draft-exists': 409,
  'id-taken': 409,
  'wording-changed': 409,
  'module-linked': 409,
  'module-source-not-found': 409,
  'draft-too-large': 409,
  'draft-incomplete': 409,
  'version-not-later': 409,
  'version-unexplained': 409,
  'version-taken': 409,
  'ruling-missing': 409,
  'file-unreadable': 422,
  'workshop-not-found': 404,
  'group-not-found': 404,
  'seat-not-found': 404,
  'row-not-found': 404,
  'code-unknown': 404,
  'code-expired': 410,
  'word-unknown': 404,
  'not-seated': 401,
  'group-full': 409,
  'seats-taken': 409,
  'too-many-groups': 409,
  'plan-unsound': 422,
  'anonymity-promised': 409,
  'workshop-ended': 409,
  'rehearsal-only': 409,
  'not-a-rehearsal': 409,
  'row-changed': 409,
  'review-not-found': 404,
  'review-stage': 409,
  'draft-in-review': 409,
  'member-not-found': 404,
  'composition-unsound': 422,
  'composition-not-approved': 409,
  'reason-missing': 422,
  'words-unknown': 409,
  'position-changed': 409,
  'remark-not-found': 404,
  'remark-settled': 409,
  'amendment-not-found': 404,
  'not-editorial': 409,
  'review-changed': 409,
  'outcome-impossible': 409,
  'not-agreed': 409,
  'recall-late': 409,
  'meeting-not-found': 404,
  'meeting-unsound': 422,
  'rule-unsound': 422,
  'precondition-required': 428,
  'draft-changed': 412,
  'storage-full': 507,
  'storage-read-only': 503,
  'storage-unavailable': 503,
  'internal-error': 500,
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** One fault in what was sent: its place as a JSON Pointer, and the rule it breaks, language-free. */
export type Fault = { readonly pointer: string; readonly code: string; readonly detail: string }

/** What a use case throws when the answer is no. `context` goes out with the answer, so nothing secret belongs in it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly context: Readonly<Record<string, unknown>>
  readonly errors: readonly Fault[] | undefined

  constructor(code: ProblemCode, context: Readonly<Record<string, unknown>> = {}, errors?: readonly Fault[]) {
    super(code)
    this.code = code
    this.context = context
    this.errors = errors
  }

  get status(): number {
    return PROBLEMS[this.code]
  }
}
