import type { Generated } from 'kysely'

/** Rows as they lie in the database. Only text and integers: what SQLite and PostgreSQL keep alike. Times are ISO 8601 in UTC. */
export interface Tables {
  profile: { id: string; slug: string; created_at: string }
  draft: { profile_id: string; revision: number; based_on: string | null; changed_at: string; head: string }
  draft_module: { profile_id: string; module_id: string; document: string }
  edition: {
    /** Order of publication. */
    number: Generated<number>
    id: string
    profile_id: string
    version: string
    digest: string
    published_at: string
    document: string
  }
  log: {
    seq: number
    at: string
    actor: string | null
    profile_id: string | null
    item_id: string | null
    kind: string
    event: string
    because: string | null
    previous_hash: string
    hash: string
  }
  log_head: { id: number; seq: number; hash: string }
  person: {
    id: string
    name: string
    email: string | null
    role: string
    created_at: string
  }
  sign_in_link: { token_hash: string; person_id: string; expires_at: string; used_at: string | null }
  session: { id_hash: string; person_id: string; created_at: string; expires_at: string }
}
