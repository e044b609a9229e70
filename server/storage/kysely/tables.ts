import type { Generated } from 'kysely'

/** Rows as they lie in the database. Text, integers, and for boards bytes: what SQLite and PostgreSQL keep alike. Times are ISO 8601 in UTC. */
export interface Tables {
  profile: { id: string; slug: string; created_at: string; organisation_id: string | null }
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
  organisation: { id: string; name: string }
  person: {
    id: string
    name: string
    email: string | null
    organisation_id: string | null
    locale: string
    password_hash: string | null
    second_step: number
    created_at: string
    last_signed_in_at: string | null
  }
  person_grant: {
    id: string
    person_id: string
    role: string
    scope_kind: string
    /** Empty for everything. */
    scope_id: string
    granted_at: string
  }
  sign_in_link: { token_hash: string; person_id: string; expires_at: string; used_at: string | null }
  session: {
    id: string
    secret_hash: string
    person_id: string
    by: string
    device: string
    created_at: string
    last_seen_at: string
    expires_at: string
    is_half: number
  }
  identity: { issuer: string; subject: string; person_id: string; connected_at: string }
  passkey: {
    id: string
    person_id: string
    name: string
    public_key: string
    counter: number | string
    transports: string
    created_at: string
    last_used_at: string | null
  }
  challenge: { hash: string; purpose: string; person_id: string | null; expires_at: string }
  mail: {
    id: string
    person_id: string
    kind: string
    locale: string
    status: string
    attempts: number
    created_at: string
    next_attempt_at: string | null
    claimed_at: string | null
    sent_at: string | null
    problem: string | null
    about: string | null
  }
  installation: { id: number; settings: string | null; logo: string | null }
  job: { name: string; started_at: string; ended_at: string | null; ok: number; detail: string }
  workshop: {
    id: string
    profile_id: string
    date: string
    plan: string
    conduct: string
    created_at: string
    ended_at: string | null
  }
  workshop_group: {
    id: string
    workshop_id: string
    number: number
    place: string
    seats: number
    code: string
  }
  seat: {
    id: string
    group_id: string
    name: string
    perspective: string
    hand: string
    word_hash: string
    taken_at: string
    removed_at: string | null
  }
  seat_device: { secret_hash: string; seat_id: string; at: string }
  board: { group_id: string; seq: number | string }
  board_fold: { group_id: string; folded_to: number | string; writers: string; state: Buffer }
  board_update: { group_id: string; seq: number | string; seat_id: string; at: string; data: Buffer }
  board_step: { group_id: string; at: string; changes: Buffer }
  ruling: { workshop_id: string; row_id: string; at: string; document: string }
  theme_module: { workshop_id: string; theme_id: string; module_id: string }
  origin: { profile_id: string; item_id: string; workshop_id: string; document: string }
  review: { id: string; profile_id: string; status: string; submitted_at: string; document: string }
  revision: { id: string; review_id: string; number: number; at: string; digest: string; document: string }
  panel_member: { id: string; review_id: string; person_id: string | null; document: string }
  position: {
    review_id: string
    member_id: string
    scope: string
    item_id: string
    wording_hash: string
    seq: number
    act_id: string
    position: string | null
    reason: string
    at: string
    round: number
    by_coordinator: number
  }
  amendment: { id: string; review_id: string; number: number; document: string }
  confirmation: {
    review_id: string
    amendment_id: string
    member_id: string
    at: string
    document: string
  }
  remark: { review_id: string; id: string; at: string; document: string }
  meeting: { review_id: string; id: string; at: string; document: string }
  attendance: { review_id: string; meeting_id: string; member_id: string; at: string; document: string }
  equivalence: {
    review_id: string
    item_id: string
    former_hash: string
    wording_hash: string
    at: string
    document: string
  }
  rating: {
    review_id: string
    round: string
    member_id: string
    part_id: string
    at: string
    document: string
  }
  panel_decision: { review_id: string; id: string; at: string; document: string }
  recall: { review_id: string; decision_id: string; at: string; document: string }
  review_act: { review_id: string; act_id: string; at: string }
}
