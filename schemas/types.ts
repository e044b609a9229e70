/* Generated from the JSON Schemas in this folder by `npm run generate`. Change them, not this. */

/**
 * What the asking person may do. Button and refusal come from the same predicate.
 */
export interface Abilities {
  /**
   * Create or import a profile.
   */
  createProfile: boolean
  /**
   * Read the draft.
   */
  readDraft: boolean
  /**
   * Change the draft.
   */
  edit: boolean
  /**
   * Start a draft from a published version.
   */
  startDraft: boolean
  /**
   * Throw the draft away.
   */
  discardDraft: boolean
  /**
   * Publish the draft.
   */
  publish: boolean
  /**
   * Plan and lead workshops on the draft, and compile what comes of them.
   */
  leadWorkshops: boolean
  /**
   * Submit the draft to a panel.
   */
  submitToPanel: boolean
  /**
   * Read how a review goes.
   */
  readReview: boolean
  /**
   * Prepare and run a panel.
   */
  leadPanel: boolean
  /**
   * Approve who a panel is made of.
   */
  approvePanel: boolean
  /**
   * Say what becomes of remarks, and amend the text under review.
   */
  settleRemarks: boolean
  /**
   * Take part in a panel that one has a place at.
   */
  takePart: boolean
  /**
   * Read who changed what.
   */
  readHistory: boolean
  /**
   * Say afterwards why a change was made.
   */
  explainChange: boolean
  /**
   * Invite people, give and take roles, end sessions, erase; and the same with organisations.
   */
  managePeople: boolean
  /**
   * Change settings; see mail, jobs, backups and storage.
   */
  manageInstallation: boolean
  /**
   * Read the whole log.
   */
  readLog: boolean
}

/**
 * A person, as they see themself.
 */
export interface Account {
  /**
   * Who it is.
   */
  person: RegisteredPerson
  /**
   * Where they are signed in, last used first.
   */
  sessions: OpenSession[]
  /**
   * Their passkeys.
   */
  passkeys: AddedPasskey[]
  /**
   * Whether they have a password.
   */
  hasPassword: boolean
  /**
   * Whether they can sign in by the OpenID Connect issuer.
   */
  isConnected: boolean
  offers: SignInOffers
}
/**
 * Somewhere that the person is signed in.
 */
export interface OpenSession {
  /**
   * Its id.
   */
  id: string
  /**
   * By what.
   */
  by: 'link' | 'password' | 'open-id' | 'passkey'
  /**
   * On what, as far as the browser says.
   */
  device: string
  /**
   * Since when.
   */
  createdAt: string
  /**
   * When it was last used, to the quarter of an hour.
   */
  lastSeenAt: string
  /**
   * When it ends by itself.
   */
  expiresAt: string
  /**
   * Whether it is the one that asks.
   */
  isThisOne: boolean
}
/**
 * A passkey.
 */
export interface AddedPasskey {
  /**
   * Its id.
   */
  id: string
  /**
   * What the person calls it.
   */
  name: string
  /**
   * Since when.
   */
  createdAt: string
  /**
   * When it was last used, or null.
   */
  lastUsedAt: string | null
}
/**
 * Ways in that there are.
 */
export interface SignInOffers {
  /**
   * Links by mail.
   */
  mail: boolean
  /**
   * Passwords.
   */
  password: boolean
  /**
   * What the OpenID Connect issuer is called, or null.
   */
  openId: string | null
}

/**
 * Words that were changed. Both empty where a field of a frame is not made of words.
 */
export interface AmendedItem {
  /**
   * The item.
   */
  itemId: string
  /**
   * Its part.
   */
  partId: string
  /**
   * What it is.
   */
  kind: 'frame' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * Its number.
   */
  number: string
  /**
   * Of a frame: which field has changed, as it is called in a profile; place for something that has been moved, other for what has no name. Null for an item.
   */
  field: string | null
  /**
   * The words before.
   */
  former: string
  /**
   * Their hash, or null.
   */
  formerHash: string | null
  /**
   * The words after.
   */
  wording: string
  /**
   * Their hash, or null.
   */
  hash: string | null
}

/**
 * What a member says of whether a change is editorial.
 */
export interface EditorialConfirmation {
  /**
   * Their point of view.
   */
  perspective: string
  /**
   * It is the asker.
   */
  isMine: boolean
  /**
   * It is editorial, or it is not.
   */
  confirms: boolean
}

/**
 * A change of the text under review.
 */
export interface Amendment {
  /**
   * Its id.
   */
  id: string
  /**
   * 1, 2, 3 … within the review.
   */
  number: number
  /**
   * In which round.
   */
  round: number
  /**
   * When.
   */
  at: string
  /**
   * What was changed.
   */
  changes: Change[]
  /**
   * The words that were changed; empty former words where they are new, empty words where they are gone. A frame comes once for each field that has changed.
   */
  items: AmendedItem[]
  /**
   * Why.
   */
  reason: string
  /**
   * Remarks and proposals that it answers.
   */
  remarkIds: string[]
  /**
   * It is said to be editorial: spelling, with the same meaning.
   */
  claimsEditorial: boolean
  /**
   * Two members of different perspectives have confirmed that, and nobody has said otherwise: positions are kept.
   */
  isEditorial: boolean
  /**
   * Who has said what of that.
   */
  confirmations: EditorialConfirmation[]
  /**
   * Whether the draft has it too; false where editors had changed the same words.
   */
  inDraft: boolean
}

/**
 * The first event: from here on nothing is missed that comes after this revision.
 */
export interface Listening {
  /**
   * The kind of announcement.
   */
  kind: 'listening'
  /**
   * The draft's revision now.
   */
  revision: number
}

/**
 * An edit has been stored.
 */
export interface DraftEdited {
  /**
   * The kind of announcement.
   */
  kind: 'draft-edited'
  /**
   * The profile.
   */
  slug: string
  /**
   * The draft's revision after the edit.
   */
  revision: number
  /**
   * What was changed.
   */
  changes: Change[]
  /**
   * Who; null for the program.
   */
  by: Author | null
  /**
   * When (RFC 3339, UTC).
   */
  at: string
  /**
   * Why, where somebody has said so.
   */
  because: Reason | null
}

/**
 * The draft has become a version, and is gone.
 */
export interface DraftPublished {
  /**
   * The kind of announcement.
   */
  kind: 'draft-published'
  /**
   * The profile.
   */
  slug: string
  /**
   * The version.
   */
  version: string
  /**
   * Who; null for the program.
   */
  by: Author | null
}

/**
 * The draft has been thrown away.
 */
export interface DraftThrownAway {
  /**
   * The kind of announcement.
   */
  kind: 'draft-discarded'
  /**
   * The profile.
   */
  slug: string
  /**
   * Who; null for the program.
   */
  by: Author | null
}

/**
 * Something has happened in a review: whoever has it open reads it again.
 */
export interface ReviewChanged {
  /**
   * The kind of announcement.
   */
  kind: 'review-changed'
  /**
   * The review.
   */
  reviewId: string
}

/**
 * A person, or null.
 */
export type Undefined = Author | null

/**
 * A person as others see them.
 */
export interface Author {
  /**
   * Pseudonymous id.
   */
  id: string
  /**
   * Name.
   */
  name: string
}

/**
 * What somebody who has a draft open is told at once, as the data of a server-sent event.
 */
export type Announcement = Listening | DraftEdited | DraftPublished | DraftThrownAway | ReviewChanged

/**
 * What is shown of who wrote what, and when. It is shown to all beforehand.
 */
export interface Anonymity {
  /**
   * While cards are collected each sees only their own.
   */
  silentCollect: boolean
  /**
   * The phases in which the group sees who wrote a card and who marked what; in the others nobody does.
   *
   * @maxItems 5
   */
  namedPhases: Phase[]
  /**
   * Whether the minutes name those who took part; otherwise they give perspectives only.
   */
  namesInMinutes: boolean
}

/**
 * What this API is (DIGG's REST profile, VER.06).
 */
export interface ApiInfo {
  /**
   * The API's name.
   */
  apiName: string
  /**
   * Its version.
   */
  apiVersion: string
  /**
   * When this version was released (RFC 3339 full-date).
   */
  apiReleased: string
  /**
   * Address of its description.
   */
  apiDocumentation: string
  /**
   * active, beta or deprecated.
   */
  apiStatus: 'active' | 'beta' | 'deprecated'
}

/**
 * What a person does that shows an assessor that the learning outcome is reached (bedömningskriterium).
 */
export interface AssessmentCriterion {
  /**
   * Stable id: it survives edits, moves and versions.
   */
  id: string
  /**
   * The wording, beginning with what the person does.
   */
  text: string
  /**
   * Ways of assessing that are suggested for this criterion; never a demand.
   *
   * @maxItems 6
   */
  assessmentMethods: ('observation' | 'conversation' | 'task' | 'simulation' | 'writtenAnswer' | 'document')[]
  /**
   * The wording in easy Swedish and other languages.
   *
   * @maxItems 100
   */
  variants?: TextVariant[]
}

/**
 * A board without hands.
 */
export interface ReplayedBoard {
  /**
   * The cards.
   */
  cards: ReplayedCard[]
  /**
   * The themes.
   */
  themes: ReplayedTheme[]
  /**
   * The outcomes.
   */
  outcomes: ReplayedOutcome[]
  /**
   * The criteria.
   */
  criteria: ReplayedCriterion[]
}
/**
 * A card.
 */
export interface ReplayedCard {
  /**
   * Identity.
   */
  id: string
  /**
   * What it is about.
   */
  kind: CardKind
  /**
   * What it says.
   */
  text: string
  /**
   * The theme it lies in.
   */
  themeId: string | null
  /**
   * Whether it is needed, as the group has decided, or as most of those say who have answered; null while that is open.
   */
  need: Need | null
}
/**
 * A theme.
 */
export interface ReplayedTheme {
  /**
   * Identity.
   */
  id: string
  /**
   * Its name.
   */
  title: string
}
/**
 * An outcome.
 */
export interface ReplayedOutcome {
  /**
   * Identity.
   */
  id: string
  /**
   * Its theme.
   */
  themeId: string
  /**
   * The category.
   */
  category: 'knowledge' | 'skills' | 'responsibilityAutonomy'
  /**
   * The wording.
   */
  text: string
}
/**
 * A criterion.
 */
export interface ReplayedCriterion {
  /**
   * Identity.
   */
  id: string
  /**
   * Its outcome.
   */
  outcomeId: string
  /**
   * The wording.
   */
  text: string
}

/**
 * How a board came about, in coarse steps, without names: for training those who lead workshops.
 */
export interface BoardReplay {
  /**
   * The group.
   */
  groupNumber: number
  /**
   * What was asked.
   */
  question: string
  /**
   * The board as it stood whenever something was other than before, from the first to now. Hands are left out.
   */
  steps: ReplayStep[]
}
/**
 * The board at a time.
 */
export interface ReplayStep {
  /**
   * When.
   */
  at: string
  /**
   * What stood on it.
   */
  board: ReplayedBoard
}

/**
 * One thing that somebody has written.
 */
export interface Card {
  /**
   * Identity.
   */
  id: string
  /**
   * What it is about.
   */
  kind: CardKind
  /**
   * What it says.
   */
  text: string
  /**
   * The hand that wrote it.
   */
  by: string
  /**
   * The theme it lies in; null before it has been sorted.
   */
  themeId: string | null
  /**
   * Put aside: it stays readable, and counts no more.
   */
  isAside: boolean
}

/**
 * Cards that belong together.
 */
export interface Theme {
  /**
   * Identity.
   */
  id: string
  /**
   * What the group calls it.
   */
  title: string
  /**
   * A published module that says this already, and is to be linked instead.
   */
  reuse: ModuleSource | null
  /**
   * Put aside; its cards lie unsorted again.
   */
  isAside: boolean
}

/**
 * What one participant thinks of a card.
 */
export interface Mark {
  /**
   * The card.
   */
  cardId: string
  /**
   * Whose mark.
   */
  hand: string
  /**
   * What they think.
   */
  need: Need
}

/**
 * What the group has decided about a card, whatever the marks say.
 */
export interface CardDecision {
  /**
   * The card.
   */
  cardId: string
  /**
   * What is decided.
   */
  need: Need
}

/**
 * A learning outcome as the group words it.
 */
export interface WordedOutcome {
  /**
   * Identity.
   */
  id: string
  /**
   * The theme it belongs to.
   */
  themeId: string
  /**
   * The category of outcome.
   */
  category: 'knowledge' | 'skills' | 'responsibilityAutonomy'
  /**
   * The wording, without the stem.
   */
  text: string
  /**
   * The cards behind it.
   *
   * Items: A card.
   */
  cardIds: string[]
  /**
   * The published outcome that it was copied from; null for the group's own.
   */
  source: WordingSource | null
  /**
   * Why it is another than the published one that it resembles; empty when nobody has said.
   */
  differs: string
  /**
   * Put aside.
   */
  isAside: boolean
}

/**
 * Where a copied wording comes from.
 */
export interface WordingSource {
  /**
   * The profile.
   */
  profileSlug: string
  /**
   * The version.
   */
  version: string
  /**
   * The item in it.
   */
  itemId: string
}

/**
 * An assessment criterion as the group words it.
 */
export interface WordedCriterion {
  /**
   * Identity.
   */
  id: string
  /**
   * The outcome it belongs to.
   */
  outcomeId: string
  /**
   * The wording.
   */
  text: string
  /**
   * The cards behind it.
   *
   * Items: A card.
   */
  cardIds: string[]
  /**
   * Put aside.
   */
  isAside: boolean
}

/**
 * Somebody is ready with a phase.
 */
export interface Ready {
  /**
   * The phase.
   */
  phase: Phase
  /**
   * Whose hand.
   */
  hand: string
}

/**
 * What stands on a group's board, read out of its Yjs document. Who wrote what is said by hands: pseudonyms that only the writer's own devices and the server can tell whose they are.
 */
export interface Board {
  /**
   * The cards, in their order.
   */
  cards: Card[]
  /**
   * The themes, in their order; each may become a module.
   */
  themes: Theme[]
  /**
   * What each has marked, card by card.
   */
  marks: Mark[]
  /**
   * What the group has decided, card by card.
   */
  decisions: CardDecision[]
  /**
   * The worded learning outcomes, in their order.
   */
  outcomes: WordedOutcome[]
  /**
   * The worded assessment criteria, in their order.
   */
  criteria: WordedCriterion[]
  /**
   * Who is ready with which phase.
   */
  ready: Ready[]
}

/**
 * A card, and what became of it.
 */
export interface CardFate {
  /**
   * The card.
   */
  id: string
  /**
   * What it is about.
   */
  kind: CardKind
  /**
   * What it says.
   */
  text: string
  /**
   * In the draft; in the draft in the words of another group that said nearly the same; worded by the group, and not compiled yet; left out when it was compiled; to be learnt on the job; not needed; put aside; or nothing yet.
   */
  fate: 'inDraft' | 'inPlace' | 'worded' | 'leftOut' | 'onTheJob' | 'notNeeded' | 'aside' | 'open'
  /**
   * Why it was left out, where somebody has said.
   */
  reason: string
  /**
   * What it is behind in the draft, or what stands there in its place.
   */
  items: FateItem[]
}
/**
 * An outcome, a criterion or a suitability item.
 */
export interface FateItem {
  /**
   * The item.
   */
  itemId: string
  /**
   * Its number as people say it, for example 4.3 b; empty for suitability.
   */
  number: string
  /**
   * The wording as it stands now.
   */
  text: string
}

/**
 * What became of the cards that one has written.
 */
export interface CardFates {
  /**
   * The profile.
   */
  profileSlug: string
  /**
   * What it is called.
   */
  profileTitle: string
  /**
   * The version of the profile that applies now; null before there is one.
   */
  publishedVersion: string | null
  /**
   * One's own cards, in their order.
   */
  cards: CardFate[]
}

/**
 * What a card is about. Personal suitability is never assessed.
 */
export type CardKind = 'knowledge' | 'skills' | 'responsibilityAutonomy' | 'suitability'

/**
 * A field of an item has another value.
 */
export interface ItemAmended {
  /**
   * The kind of change.
   */
  kind: 'item-amended'
  /**
   * What kind of item.
   */
  itemKind: 'profile' | 'module' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * The item.
   */
  itemId: string
  /**
   * The field.
   */
  field: string
  /**
   * The value before.
   */
  from: unknown
  /**
   * The value after.
   */
  to: unknown
}

/**
 * An item has come in, with everything under it.
 */
export interface ItemAdded {
  /**
   * The kind of change.
   */
  kind: 'item-added'
  /**
   * What kind of item.
   */
  itemKind: 'module' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * The item.
   */
  itemId: string
  /**
   * Where it was put.
   */
  place: Place
  /**
   * The whole item; a module with its link.
   */
  item: ModuleLink | LearningOutcome | AssessmentCriterion | SuitabilityItem | WordListEntry
}

/**
 * An item has gone, with everything under it. The whole of it is kept here, so that it can come back.
 */
export interface ItemRemoved {
  /**
   * The kind of change.
   */
  kind: 'item-removed'
  /**
   * What kind of item.
   */
  itemKind: 'module' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * The item.
   */
  itemId: string
  /**
   * Where it stood.
   */
  place: Place
  /**
   * The whole item; a module with its link.
   */
  item: ModuleLink | LearningOutcome | AssessmentCriterion | SuitabilityItem | WordListEntry
}

/**
 * An item stands elsewhere, its words unchanged.
 */
export interface ItemMoved {
  /**
   * The kind of change.
   */
  kind: 'item-moved'
  /**
   * What kind of item.
   */
  itemKind: 'module' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * The item.
   */
  itemId: string
  /**
   * Where it stood.
   */
  from: Place
  /**
   * Where it stands.
   */
  to: Place
}

/**
 * What an edit did to a draft. Changes go to the log, to other people's browsers and to the history; applied in order to the draft they came from, they give the next one.
 */
export type Change = ItemAmended | ItemAdded | ItemRemoved | ItemMoved

/**
 * Something to do first.
 */
export interface Obstacle {
  /**
   * What.
   */
  code: 'remark-open' | 'part-not-ready' | 'ruling-missing' | 'editorial-unconfirmed'
  /**
   * The remark, part, item or amendment.
   */
  id: string
  /**
   * Its number.
   */
  number: string
  /**
   * Closing in any way, or only approving.
   */
  stops: 'closing' | 'approving'
}

/**
 * What closing a review now would come to; shown before it is sealed.
 */
export interface Closing {
  /**
   * What it rests on; closing names it, so that nothing else is sealed than what was shown.
   */
  state: string
  /**
   * The outcomes that the standing positions and the rule allow.
   */
  possible: ('approved' | 'approvedEditorial' | 'changesRequested' | 'declined')[]
  /**
   * What keeps it from being closed, or from being approved.
   */
  obstacles: Obstacle[]
  /**
   * How it stands, part by part.
   */
  parts: DecidedPart[]
  /**
   * That would be published.
   */
  dissents: Dissent[]
  /**
   * The version that would follow.
   */
  version: string
}

/**
 * A card behind a wording.
 */
export interface OriginCard {
  /**
   * The card.
   */
  id: string
  /**
   * What it was about.
   */
  kind: CardKind
  /**
   * What it said.
   */
  text: string
  /**
   * The perspective of whoever wrote it; empty for another.
   */
  perspective: string
}

/**
 * A group's wording: an outcome with its criteria, or a card on personal suitability.
 */
export interface Statement {
  /**
   * Identity: the outcome's or the card's on the board.
   */
  id: string
  /**
   * The group.
   */
  groupNumber: number
  /**
   * What it is about.
   */
  kind: CardKind
  /**
   * The wording, without the stem.
   */
  text: string
  /**
   * Its criteria.
   */
  criteria: StatementCriterion[]
  /**
   * The cards behind it.
   */
  cards: OriginCard[]
  /**
   * The published outcome that it was copied from.
   */
  source: WordingSource | null
  /**
   * Why it is another than the published one that it resembles.
   */
  differs: string
}
/**
 * A criterion.
 */
export interface StatementCriterion {
  /**
   * Identity.
   */
  id: string
  /**
   * The wording.
   */
  text: string
  /**
   * The cards behind it.
   */
  cards: OriginCard[]
}

/**
 * Themes of several groups that mean the same.
 */
export interface CompiledTheme {
  /**
   * Identity: of the first of the groups' themes.
   */
  id: string
  /**
   * What each group calls it.
   */
  titles: ThemeTitle[]
  /**
   * The module of the draft that it has become; null before anything of it has been taken.
   */
  moduleId: string | null
  /**
   * A published module that a group wants linked instead.
   */
  reuse: ModuleSource | null
  /**
   * Its rows.
   */
  rows: CompiledRow[]
}
/**
 * A group's name for it.
 */
export interface ThemeTitle {
  /**
   * The group.
   */
  groupNumber: number
  /**
   * The group's theme.
   */
  themeId: string
  /**
   * The name.
   */
  title: string
}

/**
 * Statements that say nearly the same, or one that is a group's own.
 */
export interface CompiledRow {
  /**
   * Identity: of its first statement.
   */
  id: string
  /**
   * The groups' statements, in the order of the groups.
   */
  statements: Statement[]
  /**
   * How alike they are; null for one alone.
   */
  likeness: Likeness | null
  /**
   * What has been decided about the row; null while it is open.
   */
  ruling: RulingOnRow | null
}

/**
 * How alike statements are, and why that is said.
 */
export interface Likeness {
  /**
   * 0 to 100.
   */
  score: number
  /**
   * The words that they share, as the first one writes them.
   */
  shared: string[]
  /**
   * Words that are counted as the same, for example flytta and förflytta.
   */
  synonyms: string[][]
  /**
   * By statement, the words that are its own.
   */
  own: OwnWords[]
}
/**
 * A statement's own words.
 */
export interface OwnWords {
  /**
   * The statement.
   */
  statementId: string
  /**
   * The words.
   */
  words: string[]
}

/**
 * The results of all groups side by side, theme by theme; what says nearly the same stands in one row.
 */
export interface Compilation {
  /**
   * The workshop.
   */
  workshop: Workshop
  /**
   * The themes of all groups, those that mean the same put together.
   */
  themes: CompiledTheme[]
  /**
   * Rulings on statements that no board has any more: they stay to be read.
   */
  strays: RulingOnRow[]
}

/**
 * The steering group's answer.
 */
export interface CompositionAnswer {
  /**
   * When.
   */
  at: string
  /**
   * What.
   */
  outcome: 'approved' | 'changesAsked'
  /**
   * Why; may be empty.
   */
  reason: string
  /**
   * Who; null when they are gone.
   */
  by: string | null
}

/**
 * Something to think about.
 */
export interface CompositionHint {
  /**
   * What.
   */
  code:
    | 'too-few'
    | 'too-many'
    | 'perspective-missing'
    | 'perspective-alone'
    | 'perspective-dominates'
    | 'no-substitute'
    | 'one-organisation'
  /**
   * Which perspective, or null.
   */
  perspective: string | null
  /**
   * How many there are.
   */
  count: number
  /**
   * How many there would be.
   */
  limit: number
}

/**
 * What happens when somebody is not there.
 */
export interface Absence {
  /**
   * The perspective that is absent.
   */
  perspective: string
  /**
   * How many of it.
   */
  count: number
  /**
   * How many it has.
   */
  of: number
  /**
   * What the rule would miss.
   */
  missing: MissingVote[]
}

/**
 * Who the panel is made of, and what the steering group has said of it.
 */
export interface Composition {
  /**
   * In order of perspective.
   */
  members: PanelMember[]
  /**
   * Being put together, laid before the steering group, sent back, or approved.
   */
  status: 'drafted' | 'proposed' | 'changesAsked' | 'approved'
  /**
   * The steering group's answers, latest first.
   */
  answers: CompositionAnswer[]
  /**
   * What an adviser would say of it; none of it stops anything.
   */
  hints: CompositionHint[]
  /**
   * Whose absence makes the rule fail; empty when it stands without any single one.
   */
  absences: Absence[]
}

/**
 * How much there is of each.
 */
export interface Counts {
  /**
   * Modules.
   */
  modules: number
  /**
   * Learning outcomes.
   */
  outcomes: number
  /**
   * Assessment criteria.
   */
  criteria: number
}

/**
 * The decision that a version rests on. It names a body, never a person.
 */
export interface Decision {
  /**
   * The day of the decision (RFC 3339 full-date).
   */
  decidedOn: string
  /**
   * The body that decided.
   */
  decidedBy: string
  /**
   * On what grounds.
   */
  grounds: string
}

/**
 * One change between two texts, keyed by the item's id and not by its place.
 */
export interface DiffChange {
  /**
   * What happened to the item.
   */
  kind: 'added' | 'removed' | 'moved' | 'reworded' | 'amended'
  /**
   * What kind of item.
   */
  itemKind: 'profile' | 'module' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * The item.
   */
  itemId: string
  /**
   * For outcomes and criteria: the outcome's category.
   */
  category: ('knowledge' | 'skills' | 'responsibilityAutonomy') | null
  /**
   * Title of the module it stands in (or stood, if removed); empty outside modules.
   */
  moduleTitle: string
  /**
   * Its number in the former text, for example 4.3 b.
   */
  numberBefore: string | null
  /**
   * Its number in the later text.
   */
  numberAfter: string | null
  /**
   * For moved: title of the module it stood in.
   */
  placeBefore: string | null
  /**
   * For reworded and amended: the field.
   */
  field: string | null
  /**
   * The value before: the words, or a level, an obligation …; null if added.
   */
  before: unknown
  /**
   * The value after; null if removed.
   */
  after: unknown
  /**
   * What it asks for: major when a person assessed against the former version may lack something, minor for something optional or another wording of the same demand, patch for the rest.
   */
  consequence: 'major' | 'minor' | 'patch'
  /**
   * For reworded outcomes and criteria: whether the demand is the same, once somebody has ruled.
   */
  ruling: Ruling | null
}

/**
 * One item of a draft.
 */
export interface DraftItem {
  /**
   * What kind of item.
   */
  itemKind: 'module' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * Its number as people say it, for example 4.3 b; empty for suitability and words.
   */
  number: string
  /**
   * The item; a module with its link.
   */
  item: ModuleLink | LearningOutcome | AssessmentCriterion | SuitabilityItem | WordListEntry
  /**
   * SHA-256 of its wording.
   */
  wordingHash: string
  /**
   * The draft's revision.
   */
  revision: number
  /**
   * What the asking person may do.
   */
  abilities: Abilities
}

/**
 * A profile's live draft, shared by those who edit it.
 */
export interface Draft {
  /**
   * The text.
   */
  profile: OccupationalProfile
  /**
   * Grows by one with every change and never comes again in a later draft; the entity tag is made of it.
   */
  revision: number
  /**
   * The version it was started from, or null for a new profile.
   */
  basedOn: string | null
  /**
   * When it last changed (RFC 3339, UTC).
   */
  changedAt: string
  /**
   * What it lacks before it can be published.
   */
  missing: Missing[]
  /**
   * Variants whose wording has changed since they were made.
   */
  staleVariants: StaleVariant[]
  /**
   * Linked modules of which a newer version has been published.
   */
  newerModules: NewerModule[]
  /**
   * What the asking person may do.
   */
  abilities: Abilities
}
/**
 * A variant that may no longer say the same.
 */
export interface StaleVariant {
  /**
   * The item.
   */
  itemId: string
  /**
   * The field.
   */
  field: string
  /**
   * The variant's language.
   */
  language: string
}
/**
 * A linked module and its latest version.
 */
export interface NewerModule {
  /**
   * The module.
   */
  moduleId: string
  /**
   * The version linked here.
   */
  linked: string
  /**
   * The latest version.
   */
  latest: string
}

/**
 * What an edit did. An edit that had already been made answers with no changes.
 */
export interface EditResult {
  /**
   * The draft's revision now.
   */
  revision: number
  /**
   * What was changed.
   */
  changes: Change[]
}

/**
 * What differs between two published versions.
 */
export interface EditionDiff {
  /**
   * The former version.
   */
  from: string
  /**
   * The later version; null for the draft.
   */
  to: string | null
  /**
   * The changes, in the later text's order.
   */
  changes: DiffChange[]
  /**
   * How much has the same words as before.
   */
  unchanged: Counts
  /**
   * How much the later text holds.
   */
  total: Counts
  /**
   * What the asking person may do.
   */
  abilities: Abilities
}

/**
 * The published versions of a profile, latest first.
 */
export interface EditionList {
  /**
   * The versions.
   */
  editions: EditionSummary[]
  /**
   * How many a page holds at most.
   */
  limit: number
  /**
   * This page, from 1.
   */
  page: number
  /**
   * How many there are in all.
   */
  total: number
  /**
   * What the asking person may do.
   */
  abilities: Abilities
}

/**
 * A published version in a list.
 */
export interface EditionSummary {
  /**
   * The version.
   */
  version: string
  /**
   * SHA-256 of the stored bytes, in hexadecimal.
   */
  digest: string
  /**
   * The profile's title in this version.
   */
  title: string
  /**
   * The profile's level in this version.
   */
  seqfLevel: number | null
  /**
   * When it was published (RFC 3339, UTC).
   */
  publishedAt: string
  /**
   * The decision it rests on.
   */
  decision: Decision
  /**
   * The day before which it is to be reviewed.
   */
  nextReviewDue: string
  /**
   * current: applies now; superseded: a later version has taken its place.
   */
  standing: 'current' | 'superseded'
  /**
   * How much it holds.
   */
  counts: Counts
}

/**
 * A published version of a profile: one snapshot of the whole tree that never changes. It is stored and sent as canonical JSON (RFC 8785); the SHA-256 of those bytes is its digest and its entity tag.
 */
export interface Edition {
  /**
   * Names this format and its version.
   */
  format: 'profilverkstad-edition-1'
  /**
   * Id of this edition.
   */
  id: string
  /**
   * Semantic version by consequence: the first number grows when a person assessed against the former version may lack something now.
   */
  version: string
  /**
   * When it was published (RFC 3339, UTC).
   */
  publishedAt: string
  /**
   * The version that this one replaces, or null for the first.
   */
  supersedes: SupersededEdition | null
  /**
   * The decision it rests on.
   */
  decision: Decision
  /**
   * Why the version is another than the one that follows from the changes; empty when it is that one.
   */
  versionReason: string
  /**
   * One ruling for each outcome and criterion that was reworded since the former version.
   *
   * @maxItems 10000
   */
  rulings: Ruling[]
  /**
   * The day before which its relevance is to be reviewed; four years after the decision.
   */
  nextReviewDue: string
  /**
   * SHA-256 of each item's wording, by item id. A position, a remark or a judgement points at item and hash.
   */
  wordingHashes: {
    [k: string]: string
  }
  /**
   * How a panel stood behind it; left out where it was decided without one.
   */
  panel?: PanelStanding
  /**
   * The whole text.
   */
  profile: OccupationalProfile
}
/**
 * Version and digest of the former edition.
 */
export interface SupersededEdition {
  /**
   * The former version.
   */
  version: string
  /**
   * Its SHA-256 in hexadecimal.
   */
  digest: string
}

/**
 * A profile has got its first, empty draft.
 */
export interface ProfileCreated {
  /**
   * The kind of event.
   */
  kind: 'profile-created'
  /**
   * Its slug.
   */
  slug: string
}

/**
 * A new draft has been started from a published version.
 */
export interface DraftStarted {
  /**
   * The kind of event.
   */
  kind: 'draft-started'
  /**
   * That version.
   */
  basedOn: string
}

/**
 * A draft has been thrown away unpublished. Its last text is kept here.
 */
export interface DraftDiscarded {
  /**
   * The kind of event.
   */
  kind: 'draft-discarded'
  /**
   * The text as it was.
   */
  profile: OccupationalProfile
}

/**
 * A text has come in from a file.
 */
export interface ProfileImported {
  /**
   * The kind of event.
   */
  kind: 'profile-imported'
  /**
   * The file's format.
   */
  format: string
  /**
   * SHA-256 of the file's JSON without the white space around its parts.
   */
  fileDigest: string
}

/**
 * A version has been published.
 */
export interface EditionPublished {
  /**
   * The kind of event.
   */
  kind: 'edition-published'
  /**
   * The version.
   */
  version: string
  /**
   * Its digest.
   */
  digest: string
}

/**
 * Somebody has said afterwards why they made a change.
 */
export interface ChangeExplained {
  /**
   * The kind of event.
   */
  kind: 'change-explained'
  /**
   * Number of the log entry that is explained.
   */
  of: number
  /**
   * Why.
   */
  text: string
}

/**
 * A one-time sign-in link has been issued.
 */
export interface SignInLinkIssued {
  /**
   * The kind of event.
   */
  kind: 'sign-in-link-issued'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
}

/**
 * A person has signed in.
 */
export interface SignedIn {
  /**
   * The kind of event.
   */
  kind: 'signed-in'
  /**
   * By what; absent in entries from before there was a choice.
   */
  by?: 'link' | 'password' | 'open-id' | 'passkey'
}

/**
 * A person has signed out.
 */
export interface SignedOut {
  /**
   * The kind of event.
   */
  kind: 'signed-out'
}

/**
 * A person has been registered and can be let in.
 */
export interface PersonInvited {
  /**
   * The kind of event.
   */
  kind: 'person-invited'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
}

/**
 * What is known about a person has been changed. What it was and is stands beside the log, where it can be erased.
 */
export interface PersonAmended {
  /**
   * The kind of event.
   */
  kind: 'person-amended'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
  /**
   * Which of it.
   *
   * @maxItems 10
   */
  fields: ('name' | 'email' | 'organisationId' | 'locale' | 'password' | 'secondStep')[]
}

/**
 * Everything that was known about a person is gone; what they did stays, without a name.
 */
export interface PersonErased {
  /**
   * The kind of event.
   */
  kind: 'person-erased'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
}

/**
 * A person has been given a role.
 */
export interface RoleGranted {
  /**
   * The kind of event.
   */
  kind: 'role-granted'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
  /**
   * The role.
   */
  role: Role
  /**
   * How far it reaches.
   */
  scope: Scope
}

/**
 * A person has lost a role, and their sessions have ended.
 */
export interface RoleWithdrawn {
  /**
   * The kind of event.
   */
  kind: 'role-withdrawn'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
  /**
   * The role.
   */
  role: Role
  /**
   * How far it reaches.
   */
  scope: Scope
}

/**
 * A session has been ended by its owner or an administrator.
 */
export interface SessionEnded {
  /**
   * The kind of event.
   */
  kind: 'session-ended'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
}

/**
 * Somebody has shown the first of the two things that a person asks of themself at sign-in.
 */
export interface SecondStepAsked {
  /**
   * The kind of event.
   */
  kind: 'second-step-asked'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
}

/**
 * A person has added a passkey.
 */
export interface PasskeyAdded {
  /**
   * The kind of event.
   */
  kind: 'passkey-added'
}

/**
 * A person has removed a passkey.
 */
export interface PasskeyRemoved {
  /**
   * The kind of event.
   */
  kind: 'passkey-removed'
}

/**
 * A person can sign in by an OpenID Connect issuer.
 */
export interface IdentityConnected {
  /**
   * The kind of event.
   */
  kind: 'identity-connected'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
}

/**
 * … and no longer can.
 */
export interface IdentityRemoved {
  /**
   * The kind of event.
   */
  kind: 'identity-removed'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
}

/**
 * An organisation has been added.
 */
export interface OrganisationCreated {
  /**
   * The kind of event.
   */
  kind: 'organisation-created'
  /**
   * Id of the organisation.
   */
  organisationId: string
}

/**
 * An organisation has another name.
 */
export interface OrganisationAmended {
  /**
   * The kind of event.
   */
  kind: 'organisation-amended'
  /**
   * Id of the organisation.
   */
  organisationId: string
}

/**
 * An organisation is gone.
 */
export interface OrganisationRemoved {
  /**
   * The kind of event.
   */
  kind: 'organisation-removed'
  /**
   * Id of the organisation.
   */
  organisationId: string
}

/**
 * A profile has come to belong to an organisation, or to none.
 */
export interface ProfileHanded {
  /**
   * The kind of event.
   */
  kind: 'profile-handed'
  /**
   * The organisation, or null.
   */
  organisationId: string | null
}

/**
 * Settings of the installation have been changed.
 */
export interface SettingsChanged {
  /**
   * The kind of event.
   */
  kind: 'settings-changed'
  /**
   * Which.
   *
   * @maxItems 20
   */
  fields: string[]
}

/**
 * Somebody has read what is known about people.
 */
export interface PersonalDataRead {
  /**
   * The kind of event.
   */
  kind: 'personal-data-read'
  /**
   * What was read: the list of people, one person, everything held about one, the mail outbox, the log with names.
   */
  what: 'people' | 'person' | 'everything' | 'mail' | 'log'
  /**
   * The person, or null where it was about many.
   */
  forPerson: string | null
}

/**
 * A mail to a person has been put in the outbox.
 */
export interface MailQueued {
  /**
   * The kind of event.
   */
  kind: 'mail-queued'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
  /**
   * The kind of mail.
   */
  mailKind:
    | 'sign-in-link'
    | 'invitation'
    | 'rights-changed'
    | 'test'
    | 'summons'
    | 'summons-changed'
    | 'summons-cancelled'
    | 'panel-reminder'
    | 'composition-proposed'
    | 'composition-answered'
    | 'review-opened'
    | 'remark-settled'
    | 'review-due'
    | 'panel-decided'
}

/**
 * What was kept no longer than the installation keeps it has been removed.
 */
export interface DataExpired {
  /**
   * The kind of event.
   */
  kind: 'data-expired'
  /**
   * How many of each kind.
   */
  counts: {
    [k: string]: number
  }
}

/**
 * An administrator has taken away everything that a person could come in by, and ended their sessions.
 */
export interface WaysInRemoved {
  /**
   * The kind of event.
   */
  kind: 'ways-in-removed'
  /**
   * Pseudonymous id of the person.
   */
  forPerson: string
}

/**
 * An administrator has had something done that the program otherwise does by itself.
 */
export interface JobRun {
  /**
   * The kind of event.
   */
  kind: 'job-run'
  /**
   * What.
   */
  job: 'backup' | 'tidy'
}

/**
 * A workshop on the draft has been planned.
 */
export interface WorkshopPlanned {
  /**
   * The kind of event.
   */
  kind: 'workshop-planned'
  /**
   * The workshop.
   */
  workshopId: string
}

/**
 * A workshop has been ended.
 */
export interface WorkshopEnded {
  /**
   * The kind of event.
   */
  kind: 'workshop-ended'
  /**
   * The workshop.
   */
  workshopId: string
}

/**
 * A participant has been taken out of a workshop.
 */
export interface SeatRemoved {
  /**
   * The kind of event.
   */
  kind: 'seat-removed'
  /**
   * The workshop.
   */
  workshopId: string
  /**
   * The seat.
   */
  seatId: string
}

/**
 * Something has been decided about a row of a compilation.
 */
export interface RowDecided {
  /**
   * The kind of event.
   */
  kind: 'row-decided'
  /**
   * The workshop.
   */
  workshopId: string
  /**
   * The row.
   */
  rowId: string
  /**
   * What.
   */
  decision: 'taken' | 'merged' | 'leftOut'
}

/**
 * Something that somebody has done in a review. What they say of words is not in it: who sees that follows the rule.
 */
export interface PanelAct {
  /**
   * The kind of event.
   */
  kind: 'panel-act'
  /**
   * What.
   */
  act:
    | 'submitted'
    | 'withdrawn'
    | 'composed'
    | 'rule-set'
    | 'composition-proposed'
    | 'composition-approved'
    | 'composition-sent-back'
    | 'round-opened'
    | 'round-revealed'
    | 'turn-changed'
    | 'member-recused'
    | 'recusal-lifted'
    | 'stood-in'
    | 'stood-back'
    | 'position-taken'
    | 'positions-entered'
    | 'parts-rated'
    | 'remark-made'
    | 'remark-withdrawn'
    | 'remark-settled'
    | 'amended'
    | 'editorial-confirmed'
    | 'editorial-denied'
    | 'equivalence-ruled'
    | 'meeting-planned'
    | 'meeting-changed'
    | 'meeting-cancelled'
    | 'summoned'
    | 'summons-answered'
    | 'presence-noted'
    | 'reminded'
    | 'name-consented'
    | 'closed'
    | 'recalled'
    | 'published'
  /**
   * The review.
   */
  reviewId: string
  /**
   * The member, item, remark, amendment, meeting or decision that it is about, or null.
   */
  about: string | null
  /**
   * Of the words that it is about, or null.
   */
  hash: string | null
}

/**
 * Everything the log may hold: changes of drafts, and what else people do. It never holds a name, an address or a secret.
 */
export type LoggedEvent =
  | Change
  | ProfileCreated
  | DraftStarted
  | DraftDiscarded
  | ProfileImported
  | EditionPublished
  | ChangeExplained
  | SignInLinkIssued
  | SignedIn
  | SignedOut
  | PersonInvited
  | PersonAmended
  | PersonErased
  | RoleGranted
  | RoleWithdrawn
  | SessionEnded
  | SecondStepAsked
  | PasskeyAdded
  | PasskeyRemoved
  | IdentityConnected
  | IdentityRemoved
  | OrganisationCreated
  | OrganisationAmended
  | OrganisationRemoved
  | ProfileHanded
  | SettingsChanged
  | PersonalDataRead
  | MailQueued
  | DataExpired
  | WaysInRemoved
  | JobRun
  | WorkshopPlanned
  | WorkshopEnded
  | SeatRemoved
  | RowDecided
  | PanelAct

/**
 * A piece of advice from the language coach. It advises; it never stops anyone from saving.
 */
export interface Finding {
  /**
   * Stable id of the rule.
   */
  rule: string
  /**
   * error: keeps a draft from being published; warning; hint.
   */
  severity: 'error' | 'warning' | 'hint'
  /**
   * What kind of item.
   */
  itemKind: 'profile' | 'module' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * The item.
   */
  itemId: string
  /**
   * The field it speaks of.
   */
  field: string
  /**
   * Where the words begin, in UTF-16 units from the beginning of the field.
   */
  start: number
  /**
   * Where they end (exclusive).
   */
  end: number
  /**
   * The rule's question or remark, short.
   */
  message: string
  /**
   * Why it matters; something to learn from.
   */
  reason: string
  fix?: FindingFix
}
/**
 * A replacement.
 */
export interface FindingFix {
  /**
   * What the button says.
   */
  label: string
  /**
   * The field's new wording; further texts become new siblings after it.
   *
   * @minItems 1
   */
  texts: string[]
}

/**
 * The language coach's view of a text.
 */
export interface FindingsReport {
  /**
   * The findings, in the order of the text.
   */
  findings: Finding[]
  /**
   * Counts and readability of each module.
   */
  modules: ModuleReading[]
  /**
   * What the asking person may do.
   */
  abilities: Abilities
}

/**
 * A role that a person has.
 */
export interface GrantedRole {
  /**
   * Its id.
   */
  id: string
  /**
   * The role.
   */
  role: Role
  /**
   * How far it reaches.
   */
  scope: Scope
  /**
   * The name of the organisation or the profile, or null for everything.
   */
  reaches: string | null
  /**
   * Since when.
   */
  grantedAt: string
}

/**
 * A line of a profile's history.
 */
export interface HistoryEntry {
  /**
   * Number in the log.
   */
  seq: number
  /**
   * When (RFC 3339, UTC).
   */
  at: string
  /**
   * Who; null for the program itself.
   */
  by: ChangeAuthor | null
  /**
   * What happened.
   */
  event: LoggedEvent
  /**
   * Why, where somebody has said so.
   */
  because: Reason | null
}
/**
 * A person.
 */
export interface ChangeAuthor {
  /**
   * Pseudonymous id.
   */
  id: string
  /**
   * Name, or null when it has been erased.
   */
  name: string | null
}

/**
 * Who changed what, when and why, latest first.
 */
export interface History {
  /**
   * The lines.
   */
  entries: HistoryEntry[]
  /**
   * How many a page holds at most.
   */
  limit: number
  /**
   * This page, from 1.
   */
  page: number
  /**
   * How many there are in all.
   */
  total: number
  /**
   * What the asking person may do.
   */
  abilities: Abilities
}

/**
 * What came in from a file.
 */
export interface ImportReport {
  /**
   * The profile's slug.
   */
  slug: string
  /**
   * draft: a draft to go on with; published: a published version, with its decision.
   */
  outcome: 'draft' | 'published'
  /**
   * The published version, if any.
   */
  version: string | null
  /**
   * How much came in.
   */
  taken: Counts
  /**
   * What was mended on the way in.
   */
  repaired: ImportRemark[]
  /**
   * What was not taken.
   */
  leftOut: ImportRemark[]
}
/**
 * One thing that the import did with the file.
 */
export interface ImportRemark {
  /**
   * What was done, language-free.
   */
  code: string
  /**
   * JSON Pointer into the file.
   */
  pointer: string
  /**
   * The same in words.
   */
  text: string
}

/**
 * What the installation has chosen.
 */
export interface InstallationSettings {
  /**
   * What the installation is called.
   */
  name: string
  /**
   * Label of the third category.
   */
  thirdCategory: 'responsibilityAutonomy' | 'competences'
  /**
   * How outcomes begin in a new profile.
   */
  outcomeStem: string
  /**
   * The perspectives that workshops and panels are made of.
   *
   * @minItems 1
   * @maxItems 20
   */
  perspectives: Perspective[]
  /**
   * Whether people may have a password.
   */
  passwords: boolean
  /**
   * How many members a panel is advised to have.
   */
  panelSize: PanelSize
  /**
   * How long things are kept.
   */
  retention: Retention
}

/**
 * How the installation is.
 */
export interface InstallationStatus {
  /**
   * The version of the program.
   */
  version: string
  /**
   * Which database.
   */
  database: 'sqlite' | 'postgres'
  /**
   * How much the database takes.
   */
  databaseBytes: number
  /**
   * How much room there is where the data lies, or null where that is not known.
   */
  freeBytes: number | null
  /**
   * Entries in the log.
   */
  logEntries: number
  /**
   * Hash of the last entry: written down elsewhere, it shows that nobody has made the log anew.
   */
  logHead: string
  /**
   * What runs by itself.
   */
  jobs: JobReport[]
  /**
   * Backups that lie in the folder, latest first.
   */
  backups: BackupFile[]
  /**
   * What the outbox holds, by status; null where no mail is sent.
   */
  mail: MailCounts | null
}
/**
 * Something that runs by itself.
 */
export interface JobReport {
  /**
   * Which.
   */
  name: string
  /**
   * When it last began.
   */
  startedAt: string
  /**
   * When it ended, or null.
   */
  endedAt: string | null
  /**
   * Whether it went well.
   */
  ok: boolean
  /**
   * Figures, or the code of what went wrong.
   */
  detail: {
    [k: string]: string | number
  }
}
/**
 * A backup.
 */
export interface BackupFile {
  /**
   * Its name.
   */
  file: string
  /**
   * Its size.
   */
  bytes: number
  /**
   * When it was made.
   */
  at: string
}
/**
 * Numbers of mails.
 */
export interface MailCounts {
  /**
   * So many.
   */
  waiting: number
  /**
   * So many.
   */
  sending: number
  /**
   * So many.
   */
  sent: number
  /**
   * So many.
   */
  failed: number
  /**
   * So many.
   */
  uncertain: number
}

/**
 * A one-time sign-in link, to be handed over. It is shown this once.
 */
export interface HandedLink {
  /**
   * The address to open.
   */
  address: string
  /**
   * When it stops working.
   */
  expiresAt: string
}

/**
 * What the standing positions on some words say under the rule.
 */
export interface ItemTally {
  /**
   * Ready to be adopted, waiting for somebody, or stopped.
   */
  state: 'ready' | 'waiting' | 'stopped'
  /**
   * Whether somebody agrees with a change.
   */
  hasChanges: boolean
  /**
   * What is still missing; empty when it is ready.
   */
  missing: MissingVote[]
  /**
   * Each perspective of the panel.
   */
  perspectives: PerspectiveCount[]
}

/**
 * What a code leads to, before one has taken a seat.
 */
export interface JoinOffer {
  /**
   * What the workshop is called.
   */
  workshopName: string
  /**
   * The profile that it works on.
   */
  profileTitle: string
  /**
   * The group.
   */
  groupNumber: number
  /**
   * How many seats are free.
   */
  seatsLeft: number
  /**
   * The perspectives that one can take part from.
   */
  perspectives: Perspective[]
  /**
   * What is shown of who wrote what.
   */
  anonymity: Anonymity
  /**
   * The name under which this device has a seat in the group already; null otherwise.
   */
  own: string | null
}

/**
 * What a person can do (läranderesultat). It is reached when every one of its criteria is met.
 */
export interface LearningOutcome {
  /**
   * Stable id: it survives edits, moves and versions.
   */
  id: string
  /**
   * The three kinds of the Swedish qualifications framework (ordinance 2015:545). The third is stored once and labelled by a setting: kompetenser, or ansvar och självständighet.
   */
  category: 'knowledge' | 'skills' | 'responsibilityAutonomy'
  /**
   * The wording that follows the profile's stem, for example after Deltagaren kan.
   */
  text: string
  /**
   * Assessment criteria, in order.
   */
  criteria: AssessmentCriterion[]
  /**
   * The wording in easy Swedish and other languages.
   *
   * @maxItems 100
   */
  variants?: TextVariant[]
}

/**
 * One line of the append-only log. Its hash covers the line before, so that nothing can be changed or taken out unseen.
 */
export interface LogEntry {
  /**
   * Number in the log, from 1, without gaps.
   */
  seq: number
  /**
   * When (RFC 3339, UTC).
   */
  at: string
  /**
   * Pseudonymous id of the person, or null for the program itself.
   */
  actor: string | null
  /**
   * The profile it is about, or null.
   */
  profileId: string | null
  /**
   * What happened.
   */
  event: LoggedEvent
  /**
   * Why, where somebody has said so.
   */
  because: Reason | null
  /**
   * Hash of the entry before; 64 zeros for the first.
   */
  previousHash: string
  /**
   * SHA-256 of this entry's canonical JSON (RFC 8785) without this property.
   */
  hash: string
}

/**
 * The log, latest first. Names are looked up now; an erased person has none.
 */
export interface LogPage {
  /**
   * On this page.
   */
  entries: NamedLogEntry[]
  /**
   * How many at most.
   */
  limit: number
  /**
   * Which page, from 1.
   */
  page: number
  /**
   * How many there are.
   */
  total: number
}
/**
 * A log entry with the names that it has now.
 */
export interface NamedLogEntry {
  /**
   * As it stands in the log.
   */
  entry: LogEntry
  /**
   * Name of whoever did it, or null.
   */
  actorName: string | null
  /**
   * Name of whoever it was done to, or null.
   */
  personName: string | null
  /**
   * The profile it is about, or null.
   */
  profileSlug: string | null
}

/**
 * Words that have changed since a member answered on them.
 */
export interface ChangedSince {
  /**
   * The item.
   */
  itemId: string
  /**
   * Its part.
   */
  partId: string
  /**
   * What it is.
   */
  kind: 'frame' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * Its number.
   */
  number: string
  /**
   * The words that they answered on; empty where it is new.
   */
  seen: string
  /**
   * The words now.
   */
  wording: string
  /**
   * Their hash.
   */
  hash: string
  /**
   * What they said then; null where it is new.
   */
  former: PositionKind | null
  /**
   * When, or null.
   */
  formerAt: string | null
  /**
   * In which round, or null.
   */
  formerRound: number | null
  /**
   * Of a frame: its fields that differ from those that the answer was on. Empty where it is new, and for an item.
   */
  fields: ChangedField[]
  /**
   * Why it was changed.
   */
  reasons: string[]
}

/**
 * A field of a frame that has changed.
 */
export interface ChangedField {
  /**
   * Of what in the part it is a field, by number.
   */
  number: string
  /**
   * As it is called in a profile; place for something that has been moved, other for what has no name.
   */
  field: string
  /**
   * Its words before; empty where it is not made of words.
   */
  from: string
  /**
   * Its words now.
   */
  to: string
}

/**
 * A member's whole work with a review, in one answer that a phone can keep.
 */
export interface MemberDesk {
  /**
   * The review.
   */
  review: Review
  /**
   * The member's place.
   */
  me: PanelMember
  /**
   * The text.
   */
  text: ReviewText
  /**
   * All that they have taken, former wordings too, latest last.
   */
  positions: TakenPosition[]
  /**
   * Words that have changed since they last answered on them.
   */
  changes: ChangedSince[]
  /**
   * Parts that they have not answered on.
   */
  unanswered: string[]
  /**
   * An estimate of what is left for them to read and answer.
   */
  minutes: number
  /**
   * Amendments that are said to be editorial and wait for confirmation.
   */
  toConfirm: string[]
  /**
   * What they may see.
   */
  remarks: Remark[]
  /**
   * How the panel stands, as far as they may see.
   */
  tally: ReviewTally
  /**
   * How they have rated parts.
   */
  ratings: Rating[]
}

/**
 * Something that the rule still asks for before words can be adopted.
 */
export interface MissingVote {
  /**
   * What: answers in all or of a perspective; agreement in all or of a perspective; a disagreement that stops; a perspective of which nobody is left.
   */
  kind:
    | 'answers-in-all'
    | 'answers-of-perspective'
    | 'agreement-in-all'
    | 'agreement-of-perspective'
    | 'blocked'
    | 'nobody-left'
  /**
   * Of which perspective, or null.
   */
  perspective: string | null
  /**
   * How many more are needed; of a block, how many disagree.
   */
  missing: number
  /**
   * How many there are now.
   */
  has: number
  /**
   * Of how many.
   */
  of: number
  /**
   * How many are needed in all.
   */
  needed: number
  /**
   * Whether those who have not answered could still give it.
   */
  isReachable: boolean
}

/**
 * Something that a draft lacks before it can be published.
 */
export interface Missing {
  /**
   * What is missing.
   */
  code: 'no-module' | 'no-title' | 'no-level' | 'no-rationale' | 'no-outcome' | 'no-criterion' | 'no-text'
  /**
   * What kind of item lacks it.
   */
  itemKind: 'profile' | 'module' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * The item.
   */
  itemId: string
  /**
   * The field to fill in.
   */
  field: string
}

/**
 * A module's place in a profile. Mandatory or optional stands here and not on the module, because profiles share modules.
 */
export interface ModuleLink {
  /**
   * Whether everyone who is assessed against the whole profile needs the module.
   */
  obligation: 'mandatory' | 'optional'
  /**
   * Set when the module is another profile's published module, pinned to that version. It can be read here but is changed there.
   */
  linkedFrom?: ModuleSource
  /**
   * The module's whole text; always embedded, also when it is linked.
   */
  module: Module
}

/**
 * How much text a module holds and how heavy it reads.
 */
export interface ModuleReading {
  /**
   * The module.
   */
  moduleId: string
  /**
   * Learning outcomes.
   */
  outcomes: number
  /**
   * Assessment criteria.
   */
  criteria: number
  /**
   * Words in outcomes and criteria.
   */
  words: number
  /**
   * Läsbarhetsindex, rounded; null below 30 words.
   */
  lix: number | null
  /**
   * The band that the number falls in.
   */
  band: ('very-easy' | 'easy' | 'medium' | 'hard' | 'very-hard') | null
}

/**
 * The published module that another profile's module comes from.
 */
export interface ModuleSource {
  /**
   * Slug of the profile that owns the module.
   */
  profileSlug: string
  /**
   * The published version that was taken.
   */
  version: string
  /**
   * Id of the module there.
   */
  moduleId: string
}

/**
 * How much, in which unit.
 */
export interface Volume {
  /**
   * How many units.
   */
  amount: number
  /**
   * The unit counted in.
   */
  unit: 'hours' | 'days' | 'points'
}

/**
 * A part of a profile that can be assessed on its own and shared between profiles.
 */
export interface Module {
  /**
   * Stable id: a module that is linked from another profile keeps it, one that is copied and adapted gets its own.
   */
  id: string
  /**
   * Short title, without level words, codes or forms of assessment.
   */
  title: string
  /**
   * Level in the Swedish qualifications framework, 1-8; null until somebody has entered it. It is entered, never computed.
   */
  seqfLevel: number | null
  /**
   * Why this level.
   */
  levelRationale: string
  /**
   * What the module is for, in a sentence or two.
   */
  purpose: string
  /**
   * What a person needs before this module; empty if nothing.
   */
  prerequisites: string
  /**
   * The module's extent, or null. No Swedish profile has been seen with one.
   */
  volume: Volume | null
  /**
   * Learning outcomes, in order.
   */
  outcomes: LearningOutcome[]
  /**
   * Where the module was copied from before it was adapted.
   */
  origin?: ModuleSource
  /**
   * Title and purpose in easy Swedish and other languages.
   *
   * @maxItems 100
   */
  variants?: TextVariant[]
}

/**
 * A published wording.
 */
export interface NearestText {
  /**
   * The profile.
   */
  profileSlug: string
  /**
   * What it is called.
   */
  profileTitle: string
  /**
   * The version that applies now.
   */
  version: string
  /**
   * The module.
   */
  moduleId: string
  /**
   * What it is called.
   */
  moduleTitle: string
  /**
   * Its number in the profile.
   */
  moduleNumber: number
  /**
   * The item.
   */
  itemId: string
  /**
   * What kind of item.
   */
  itemKind: 'module' | 'outcome' | 'criterion'
  /**
   * The wording.
   */
  text: string
  /**
   * How near it is, 0 to 100.
   */
  score: number
  /**
   * The words that both have, as they are written in what is being written.
   */
  shared: string[]
}

/**
 * Published wordings that resemble what is being written.
 */
export interface NearestTexts {
  /**
   * At most five, the nearest first.
   */
  items: NearestText[]
}

/**
 * Whether what stands on a card is needed on the first day, learnt on the job, or not needed.
 */
export type Need = 'dayOne' | 'onTheJob' | 'notNeeded'

/**
 * A pointer to the occupation in a public classification. One profile may have several: ESCO, for one, splits occupations differently.
 */
export interface OccupationReference {
  /**
   * The classification: SSYK 2012, ISCO-08, ESCO or JobTech Taxonomy.
   */
  scheme: 'ssyk2012' | 'isco08' | 'esco' | 'jobtech'
  /**
   * The code or address within the classification.
   */
  id: string
  /**
   * The classification's own name for it.
   */
  label: string
}

/**
 * What an occupation takes: role, level, personal suitability, words of the trade and modules of learning outcomes and assessment criteria (yrkesprofil). The same tree is a draft's text and an edition's.
 */
export interface OccupationalProfile {
  /**
   * Stable id: it survives edits and versions.
   */
  id: string
  /**
   * The profile's part of web addresses; never changes.
   */
  slug: string
  /**
   * The occupation's name.
   */
  title: string
  /**
   * True for a text that nobody has approved and that only shows what a profile can look like. It is then marked so wherever it is shown or printed.
   */
  isExample: boolean
  /**
   * The body that answers for the content.
   */
  owner: string
  /**
   * The occupation in public classifications.
   *
   * @maxItems 100
   */
  occupationReferences: OccupationReference[]
  /**
   * What the profile is for.
   */
  purpose: string
  /**
   * Whom it is for.
   */
  targetGroup: string
  /**
   * What is deliberately left out, and why. Markdown without HTML.
   */
  delimitations: string
  /**
   * Level in the Swedish qualifications framework, 1-8; null until somebody has entered it. It is entered with a rationale, never computed.
   */
  seqfLevel: number | null
  /**
   * Why this level.
   */
  levelRationale: string
  /**
   * Subject and verb that every outcome continues.
   */
  outcomeStem: string
  /**
   * What the work is like. Markdown without HTML.
   */
  roleDescription: string
  /**
   * Personal suitability, in order; never assessed.
   */
  personalSuitability: SuitabilityItem[]
  /**
   * Words of the trade.
   */
  wordList: WordListEntry[]
  /**
   * The modules, in order, each with its obligation.
   */
  modules: ModuleLink[]
}

/**
 * The organisations, in Swedish alphabetical order.
 */
export interface OrganisationList {
  /**
   * Each with what it has.
   */
  organisations: ListedOrganisation[]
}
/**
 * An organisation and what it has.
 */
export interface ListedOrganisation {
  /**
   * Its id.
   */
  id: string
  /**
   * Its name.
   */
  name: string
  /**
   * How many people come from it.
   */
  people: number
  /**
   * How many profiles belong to it.
   */
  profiles: number
}

/**
 * An organisation that people come from and profiles belong to.
 */
export interface RegisteredOrganisation {
  /**
   * Its id.
   */
  id: string
  /**
   * Its name.
   */
  name: string
}

/**
 * The items of a draft that come out of workshops.
 */
export interface OriginList {
  /**
   * Each once, with the workshop that it comes out of; with the latest of several.
   */
  items: ItemOrigin[]
}
/**
 * An item, and when it came.
 */
export interface ItemOrigin {
  /**
   * The item.
   */
  itemId: string
  /**
   * The day of the workshop.
   */
  date: string
  /**
   * What the workshop is called.
   */
  workshopName: string
}

/**
 * The mail outbox, latest first.
 */
export interface OutboxPage {
  /**
   * On this page.
   */
  mails: OutboxMail[]
  /**
   * How many at most.
   */
  limit: number
  /**
   * Which page, from 1.
   */
  page: number
  /**
   * How many there are.
   */
  total: number
}
/**
 * A mail, and how it has gone.
 */
export interface OutboxMail {
  /**
   * Its id.
   */
  id: string
  to: MailRecipient
  /**
   * What it is about.
   */
  kind:
    | 'sign-in-link'
    | 'invitation'
    | 'rights-changed'
    | 'test'
    | 'summons'
    | 'summons-changed'
    | 'summons-cancelled'
    | 'panel-reminder'
    | 'composition-proposed'
    | 'composition-answered'
    | 'review-opened'
    | 'remark-settled'
    | 'review-due'
    | 'panel-decided'
  /**
   * How it has gone.
   */
  status: 'waiting' | 'sending' | 'sent' | 'failed' | 'uncertain'
  /**
   * How many times it has been tried.
   */
  attempts: number
  /**
   * When it was put here.
   */
  createdAt: string
  /**
   * When it is tried again, or null.
   */
  nextAttemptAt: string | null
  /**
   * When the mail server took it, or null.
   */
  sentAt: string | null
  /**
   * Why it has not gone, as a code, or null.
   */
  problem: string | null
}
/**
 * A person.
 */
export interface MailRecipient {
  /**
   * Pseudonymous id.
   */
  id: string
  /**
   * Name.
   */
  name: string
}

/**
 * A place at the panel that decided.
 */
export interface DecidingSeat {
  /**
   * The place.
   */
  memberId: string
  /**
   * The point of view.
   */
  perspective: string
  /**
   * Where they come from.
   */
  organisation: string
  /**
   * Their part.
   */
  part: 'member' | 'substitute' | 'observer'
  /**
   * Whether they were among those who could take a position when it was closed.
   */
  decided: boolean
}

/**
 * A part, and how the perspectives stood to it.
 */
export interface DecidedPart {
  /**
   * The part.
   */
  partId: string
  /**
   * Its number.
   */
  number: string
  /**
   * What it is called.
   */
  title: string
  /**
   * How it stood.
   */
  tally: ItemTally
}

/**
 * A disagreement that stands with the decision.
 */
export interface Dissent {
  /**
   * The point of view.
   */
  perspective: string
  /**
   * In which part.
   */
  partId: string
  /**
   * About which item; null for the part.
   */
  itemId: string | null
  /**
   * Its number.
   */
  number: string
  /**
   * Its words; a part has its title.
   */
  wording: string
  /**
   * Why.
   */
  reason: string
}

/**
 * What a panel decided: stored once, with all that it rests on.
 */
export interface PanelDecision {
  /**
   * Its id.
   */
  id: string
  /**
   * What.
   */
  outcome: 'approved' | 'approvedEditorial' | 'changesRequested' | 'declined'
  /**
   * In which round.
   */
  round: number
  /**
   * When it was sealed.
   */
  at: string
  /**
   * The day of the decision.
   */
  decidedOn: string
  /**
   * The body that decided.
   */
  decidedBy: string
  /**
   * On what grounds.
   */
  grounds: string
  /**
   * SHA-256 of the text that was decided on.
   */
  textDigest: string
  /**
   * How it was decided.
   */
  rule: VotingRule
  /**
   * The panel that decided.
   */
  composition: DecidingSeat[]
  /**
   * How it stood, part by part.
   */
  parts: DecidedPart[]
  /**
   * Those who disagreed, by perspective.
   */
  dissents: Dissent[]
  remarks: RemarkCounts
  /**
   * When it was taken back, or null.
   */
  recalledAt: string | null
}
/**
 * Remarks by what became of them.
 */
export interface RemarkCounts {
  /**
   * Accepted.
   */
  accepted: number
  /**
   * Led to another change.
   */
  changed: number
  /**
   * Declined.
   */
  declined: number
}

/**
 * A member's answer to a summons.
 */
export interface Attendance {
  /**
   * The member.
   */
  memberId: string
  /**
   * Comes, takes part from afar, cannot come; null as yet.
   */
  answer: ('coming' | 'remotely' | 'absent') | null
  /**
   * Whether they were there; null until noted.
   */
  wasPresent: boolean | null
}

/**
 * What is being discussed.
 */
export interface OnTable {
  /**
   * The part.
   */
  partId: string
  /**
   * An item in it, or null.
   */
  itemId: string | null
}

/**
 * Time for a point.
 */
export interface TimeBox {
  /**
   * When it is over.
   */
  endsAt: string
  /**
   * How long it was meant to be.
   */
  minutes: number
}

/**
 * A meeting of a panel.
 */
export interface PanelMeeting {
  /**
   * Its id.
   */
  id: string
  /**
   * When it begins.
   */
  startsAt: string
  /**
   * When it ends.
   */
  endsAt: string
  /**
   * Where; may be empty.
   */
  place: string
  /**
   * Address of a video meeting; may be empty.
   */
  video: string
  /**
   * What to read or bring; may be empty.
   */
  material: string
  /**
   * By when to have answered, or null.
   */
  answerBy: string | null
  /**
   * Grows by one each time that those summoned must know of a change.
   */
  sequence: number
  /**
   * When summonses went out, or null.
   */
  summonedAt: string | null
  /**
   * When it was cancelled, or null.
   */
  cancelledAt: string | null
  /**
   * Who has answered what, and who was there.
   */
  attendance: Attendance[]
  /**
   * What is being discussed, or null.
   */
  onTable: OnTable | null
  /**
   * Who has asked to speak, in order.
   */
  speakers: string[]
  /**
   * The time for what is on the table, or null.
   */
  clock: TimeBox | null
}

/**
 * What somebody takes no position on, and why.
 */
export interface Recusal {
  /**
   * Its id.
   */
  id: string
  /**
   * A part, or null for the whole.
   */
  partId: string | null
  /**
   * Why.
   */
  reason: string
  /**
   * Since when.
   */
  at: string
}

/**
 * Somebody with a place at a panel.
 */
export interface PanelMember {
  /**
   * Their place.
   */
  id: string
  /**
   * Their name; null where it is not for the asker.
   */
  name: string | null
  /**
   * Their address, for those who lead the panel; else null.
   */
  email: string | null
  /**
   * Where they come from.
   */
  organisation: string
  /**
   * The point of view that they take.
   */
  perspective: string
  /**
   * Takes positions, waits to stand in, or listens and remarks.
   */
  part: 'member' | 'substitute' | 'observer'
  /**
   * The member whom a substitute can stand in for; null for any of the same perspective.
   */
  substituteFor: string | null
  /**
   * The member whom they stand in for now, or null.
   */
  standsInFor: string | null
  /**
   * What they take no position on.
   */
  recusals: Recusal[]
  /**
   * They have agreed to be named in minutes and on the decision page.
   */
  isNamed: boolean
  /**
   * It is the asker.
   */
  isMe: boolean
}

/**
 * How many members a panel is advised to have.
 */
export interface PanelSize {
  /**
   * At least.
   */
  smallest: number
  /**
   * At most.
   */
  largest: number
}

/**
 * How a panel stood behind a version: by perspective and organisation, never by name.
 */
export interface PanelStanding {
  /**
   * What it decided.
   */
  outcome: 'approved' | 'approvedEditorial'
  /**
   * In which round.
   */
  round: number
  /**
   * How it was decided.
   */
  rule: VotingRule
  /**
   * SHA-256 of the text that was decided on.
   */
  textDigest: string
  /**
   * The panel that decided.
   */
  composition: PublicSeat[]
  /**
   * How it stood, part by part.
   */
  parts: DecidedPart[]
  /**
   * Those who disagreed, by perspective.
   */
  dissents: Dissent[]
  /**
   * How many remarks there were, and what became of them.
   */
  remarks: RemarkCounts
}
/**
 * A place at the panel.
 */
export interface PublicSeat {
  /**
   * The point of view.
   */
  perspective: string
  /**
   * Where they come from.
   */
  organisation: string
  /**
   * Their part.
   */
  part: 'member' | 'substitute' | 'observer'
  /**
   * Whether they were among those who could take a position when it was closed.
   */
  decided: boolean
}

/**
 * A passkey's signature at sign-in, as the browser gives it: AuthenticationResponseJSON of Web Authentication. All bytes are base64url.
 */
export interface PasskeyAssertion {
  /**
   * The credential's id, base64url.
   */
  id: string
  /**
   * The same again, as browsers send it.
   */
  rawId: string
  /**
   * The kind of credential.
   */
  type: 'public-key'
  response: PasskeySignature
  /**
   * What the browser says of extensions; nothing here rests on it.
   */
  clientExtensionResults: {
    [k: string]: unknown
  }
  /**
   * Whether the key is part of the device.
   */
  authenticatorAttachment?: 'platform' | 'cross-platform'
}
/**
 * What the key has signed and said.
 */
export interface PasskeySignature {
  /**
   * What the browser says of the occasion: challenge, origin and kind, as JSON.
   */
  clientDataJSON: string
  /**
   * What the key says: whose site, who was there, how often it has been used.
   */
  authenticatorData: string
  /**
   * The key's signature over both.
   */
  signature: string
  /**
   * Whom the key knows its owner as: the pseudonymous id that it was given.
   */
  userHandle?: string
}

/**
 * What a browser is asked when a passkey is to be made or used. Its challenge holds once, for five minutes.
 */
export interface PasskeyOptions {
  /**
   * What navigator.credentials is to be given, in the JSON form of Web Authentication.
   */
  options: {
    [k: string]: unknown
  }
}

/**
 * A new passkey, as the browser gives it: RegistrationResponseJSON of Web Authentication. All bytes are base64url.
 */
export interface PasskeyRegistration {
  /**
   * The credential's id, base64url.
   */
  id: string
  /**
   * The same again, as browsers send it.
   */
  rawId: string
  /**
   * The kind of credential.
   */
  type: 'public-key'
  response: PasskeyAttestation
  /**
   * What the browser says of extensions; nothing here rests on it.
   */
  clientExtensionResults: {
    [k: string]: unknown
  }
  /**
   * Whether the key is part of the device.
   */
  authenticatorAttachment?: 'platform' | 'cross-platform'
}
/**
 * What the key has signed and said.
 */
export interface PasskeyAttestation {
  /**
   * What the browser says of the occasion: challenge, origin and kind, as JSON.
   */
  clientDataJSON: string
  /**
   * The key's own data in CBOR, with the public key.
   */
  attestationObject: string
  /**
   * The same data once more; not read.
   */
  authenticatorData?: string
  /**
   * The public key once more; not read.
   */
  publicKey?: string
  /**
   * Its algorithm by COSE number; not read.
   */
  publicKeyAlgorithm?: number
  /**
   * How the key can be reached: internal, hybrid, usb, nfc, ble …
   *
   * @maxItems 10
   */
  transports?: string[]
}

/**
 * Everybody, in Swedish alphabetical order.
 */
export interface PersonList {
  /**
   * In order.
   */
  people: RegisteredPerson[]
}

/**
 * A person as the administrators see them.
 */
export interface RegisteredPerson {
  /**
   * Pseudonymous id: all that the log knows of the person.
   */
  id: string
  /**
   * Name.
   */
  name: string
  /**
   * E-mail, or null.
   */
  email: string | null
  /**
   * The organisation that the person comes from, or null.
   */
  organisation: RegisteredOrganisation | null
  /**
   * The language of mail to the person.
   */
  locale: 'sv' | 'en'
  /**
   * Whether the person asks a passkey of themself after a link or a password.
   */
  secondStep: boolean
  /**
   * When the person was registered.
   */
  createdAt: string
  /**
   * When they last came in, or null if they never have.
   */
  lastSignedInAt: string | null
  /**
   * On how many devices they are signed in.
   */
  openSessions: number
  /**
   * What they have been given.
   */
  roles: GrantedRole[]
}

/**
 * Everything that is held about a person.
 */
export interface PersonalData {
  /**
   * When this was put together.
   */
  madeAt: string
  /**
   * Who it is.
   */
  person: RegisteredPerson
  /**
   * Whether there is a password; it cannot be read itself.
   */
  hasPassword: boolean
  /**
   * Where they are signed in.
   */
  sessions: HeldSession[]
  /**
   * Their passkeys.
   */
  passkeys: HeldPasskey[]
  /**
   * Accounts elsewhere that they can sign in by.
   */
  identities: HeldIdentity[]
  /**
   * Mails to them.
   */
  mails: HeldMail[]
  /**
   * Their places at panels, latest first.
   */
  panels: HeldPlace[]
  /**
   * What the log says they have done, or had done to them, latest first.
   */
  log: HeldLogEntry[]
}
/**
 * A session.
 */
export interface HeldSession {
  /**
   * By what.
   */
  by: string
  /**
   * On what.
   */
  device: string
  /**
   * Since when.
   */
  createdAt: string
  /**
   * When it was last used.
   */
  lastSeenAt: string
  /**
   * When it ends.
   */
  expiresAt: string
}
/**
 * A passkey.
 */
export interface HeldPasskey {
  /**
   * What they call it.
   */
  name: string
  /**
   * Since when.
   */
  createdAt: string
  /**
   * When it was last used, or null.
   */
  lastUsedAt: string | null
}
/**
 * An account at an issuer.
 */
export interface HeldIdentity {
  /**
   * Whose.
   */
  issuer: string
  /**
   * What the issuer calls them.
   */
  subject: string
  /**
   * Since when.
   */
  connectedAt: string
}
/**
 * A mail.
 */
export interface HeldMail {
  /**
   * What it was about.
   */
  kind: string
  /**
   * How it went.
   */
  status: string
  /**
   * When it was put in the outbox.
   */
  createdAt: string
  /**
   * When it went, or null.
   */
  sentAt: string | null
}
/**
 * A place at a panel, and what was said from it.
 */
export interface HeldPlace {
  /**
   * The panel's work.
   */
  reviewId: string
  /**
   * What the place is called wherever their name is not.
   */
  memberId: string
  /**
   * The profile.
   */
  profile: string
  /**
   * When the profile was submitted to the panel.
   */
  submittedAt: string
  /**
   * Where they come from.
   */
  organisation: string
  /**
   * The point of view that they speak from.
   */
  perspective: string
  /**
   * What it is called.
   */
  perspectiveName: string
  /**
   * Their part.
   */
  part: 'member' | 'substitute' | 'observer'
  /**
   * The place that they are a substitute for, or null.
   */
  substituteFor: string | null
  /**
   * The place that they stand in for, or null.
   */
  standsInFor: string | null
  /**
   * Whether they have agreed to be named in minutes and on the page about the decision.
   */
  isNamed: boolean
  /**
   * Whether what they say is hidden from whoever reads this, and so left out, until the panel has closed.
   */
  isSealed: boolean
  /**
   * What they take no position on.
   */
  recusals: HeldRecusal[]
  /**
   * The positions that they have taken, in order.
   */
  positions: HeldPosition[]
  /**
   * Their remarks, in order.
   */
  remarks: HeldRemark[]
  /**
   * What they have said of changes that were said to be editorial.
   */
  confirmations: HeldConfirmation[]
  /**
   * Their answers to summonses.
   */
  summonses: HeldSummons[]
  /**
   * How they have rated parts.
   */
  ratings: HeldRating[]
}
/**
 * Something that they take no position on.
 */
export interface HeldRecusal {
  /**
   * Its id.
   */
  id: string
  /**
   * The part, or null for the whole.
   */
  partId: string | null
  /**
   * Why.
   */
  reason: string
  /**
   * Since when.
   */
  at: string
}
/**
 * A position on words.
 */
export interface HeldPosition {
  /**
   * When.
   */
  at: string
  /**
   * In which round.
   */
  round: number
  /**
   * The number of what it is about; empty for the whole.
   */
  number: string
  /**
   * The words that it is about, as they stood.
   */
  words: string
  /**
   * What they said; null for one that was taken back.
   */
  position: PositionKind | null
  /**
   * Why.
   */
  reason: string
  /**
   * Whether somebody else entered it for them in the room.
   */
  byCoordinator: boolean
}
/**
 * A remark.
 */
export interface HeldRemark {
  /**
   * Its id.
   */
  id: string
  /**
   * When.
   */
  at: string
  /**
   * In which round.
   */
  round: number
  /**
   * The number of what it is about; empty for the whole.
   */
  number: string
  /**
   * The words that it is about, as they stood.
   */
  words: string
  /**
   * The words of them that it is about; empty for all.
   */
  quote: string
  /**
   * What they said.
   */
  text: string
  /**
   * The words that they proposed instead, or null.
   */
  proposal: string | null
  /**
   * When they took it back, or null.
   */
  withdrawnAt: string | null
  /**
   * What became of it, or null.
   */
  outcome: ('accepted' | 'changed' | 'declined') | null
  /**
   * Why.
   */
  answer: string
}
/**
 * An answer.
 */
export interface HeldConfirmation {
  /**
   * When.
   */
  at: string
  /**
   * The change.
   */
  amendmentId: string
  /**
   * Whether they agreed that it was.
   */
  confirms: boolean
}
/**
 * A meeting, and their answer.
 */
export interface HeldSummons {
  /**
   * The meeting.
   */
  meetingId: string
  /**
   * When it begins.
   */
  startsAt: string
  /**
   * Where.
   */
  place: string
  /**
   * What they answered, or null.
   */
  answer: ('coming' | 'remotely' | 'absent') | null
  /**
   * Whether they were there; null where nobody has noted it.
   */
  wasPresent: boolean | null
}
/**
 * A rating.
 */
export interface HeldRating {
  /**
   * In which round.
   */
  round: number
  /**
   * The part.
   */
  partId: string
  /**
   * Its number.
   */
  number: string
  /**
   * What it is called.
   */
  words: string
  /**
   * How important they find it, 1 to 5.
   */
  importance: number
  /**
   * How clear, 1 to 5.
   */
  clarity: number
}
/**
 * An entry, without what was written.
 */
export interface HeldLogEntry {
  /**
   * Its number.
   */
  seq: number
  /**
   * When.
   */
  at: string
  /**
   * What kind of thing.
   */
  kind: string
  /**
   * Whether they did it themself.
   */
  byThem: boolean
  /**
   * The profile it was about, or null.
   */
  profile: string | null
}

/**
 * How a perspective stands to some words.
 */
export interface PerspectiveCount {
  /**
   * Which.
   */
  perspective: string
  /**
   * Whether it is enough, falls short as yet, stops, or has nobody left.
   */
  state: 'enough' | 'short' | 'stopped' | 'absent'
  /**
   * Agree.
   */
  agree: number
  /**
   * Agree with a change.
   */
  agreeWithChange: number
  /**
   * Disagree.
   */
  disagree: number
  /**
   * Abstain.
   */
  abstain: number
  /**
   * Have answered a former wording.
   */
  stale: number
  /**
   * Have not answered.
   */
  none: number
}

/**
 * A point of view that somebody takes part from.
 */
export interface Perspective {
  /**
   * Two letters, as on name tags.
   */
  code: string
  /**
   * What the program calls it.
   */
  id: string
  /**
   * What people call it.
   */
  name: string
}

/**
 * A part of a workshop. Phases are soft: one can go back, leave one out, and come late.
 */
export type Phase = 'collect' | 'sort' | 'delimit' | 'word' | 'done'

/**
 * Where an item stands: under which parent, before which sibling.
 */
export interface Place {
  /**
   * Id of the parent: the profile, a module or an outcome.
   */
  parentId: string
  /**
   * Id of the sibling that follows it, or null when it stands last.
   */
  before: string | null
}

/**
 * A phase, and the time that is meant for it.
 */
export interface PlannedPhase {
  /**
   * Which phase.
   */
  phase: Phase
  /**
   * How long; 0 for no time set.
   */
  minutes: number
}

/**
 * What a member of a panel says of words: agrees, agrees with a change, disagrees, abstains.
 */
export type PositionKind = 'agree' | 'agreeWithChange' | 'disagree' | 'abstain'

/**
 * An error (RFC 9457). type is stable and answers with a page for people; errors names every fault at once.
 */
export interface Problem {
  /**
   * Address of the kind of error.
   */
  type: string
  /**
   * What happened, in the reader's language.
   */
  title: string
  /**
   * HTTP status.
   */
  status: number
  /**
   * What is safe, and what to do next.
   */
  detail: string
  /**
   * The address that was asked for.
   */
  instance: string
  /**
   * Finds the request in the server's own log.
   */
  requestId: string
  /**
   * Every fault, each with its place.
   */
  errors?: FieldError[]
  /**
   * For wording-changed: the value that stands now, by field.
   */
  current?: {
    [k: string]: unknown
  }
  /**
   * For wording-changed: who was first.
   */
  changedBy?: ChangedBy | null
  /**
   * The revision that stands now, where an act on the whole was stale.
   */
  revision?: number
  /**
   * For draft-incomplete: what is missing.
   */
  missing?: Missing[]
  /**
   * The item it is about.
   */
  itemId?: string
  /**
   * The profile it is about.
   */
  slug?: string
  /**
   * The version it is about; null for the one that would apply now.
   */
  version?: string | null
  /**
   * For entry-not-found: the number that was asked for.
   */
  entry?: number | string
  /**
   * For module-linked: slug of the profile where the module is at home.
   */
  ownedBy?: string
  /**
   * For draft-too-large: how many items a profile may hold. For too-many-groups: how many groups a workshop may have.
   */
  limit?: number
  /**
   * For version-not-later: the version that the new one must be later than.
   */
  former?: string
  /**
   * For version-unexplained: the version that follows from the changes.
   */
  proposed?: string
  /**
   * For ruling-missing: reworded outcomes and criteria that wait for a ruling.
   */
  unruled?: string[]
  /**
   * For seats-taken: how many seats are taken.
   */
  taken?: number
  /**
   * too-many-requests: seconds to wait.
   */
  retryAfter?: number
  /**
   * open-id-refused: the code of what went wrong.
   */
  reason?: string
  /**
   * For position-changed: the act that stands now; null for none.
   */
  standing?: string | null
  /**
   * For rule-unsound: why the rule makes no sense for the panel, language-free.
   */
  faults?: string[]
  /**
   * organisation-not-found: what was asked for.
   */
  organisationId?: string | null
}
/**
 * One fault in what was sent.
 */
export interface FieldError {
  /**
   * JSON Pointer (RFC 6901) into the body; for headers and query, header:name or query:name.
   */
  pointer: string
  /**
   * The rule that was broken, language-free.
   */
  code: string
  /**
   * What to write instead.
   */
  detail: string
}
/**
 * Who wrote the value that stands now.
 */
export interface ChangedBy {
  /**
   * Their name.
   */
  name: string
  /**
   * When (RFC 3339, UTC).
   */
  at: string
}

/**
 * A profile as a file: what export writes and import reads.
 */
export interface ProfileFile {
  /**
   * Names this format and its version.
   */
  format: 'profilverkstad-profile-1'
  /**
   * The text.
   */
  profile: OccupationalProfile
  /**
   * For an approved text: under which version and on which decision; null for a draft.
   */
  published: PublishedAs | null
}
/**
 * Version and decision of an already approved text.
 */
export interface PublishedAs {
  /**
   * The version.
   */
  version: string
  /**
   * The decision.
   */
  decision: Decision
}

/**
 * Profiles in alphabetical order, Swedish.
 */
export interface ProfileList {
  /**
   * The profiles.
   */
  profiles: ProfileSummary[]
  /**
   * How many a page holds at most.
   */
  limit: number
  /**
   * This page, from 1.
   */
  page: number
  /**
   * How many there are in all.
   */
  total: number
  /**
   * What the asking person may do.
   */
  abilities: Abilities
}

/**
 * A profile, with what is published of it.
 */
export interface ProfileSummary {
  /**
   * Stable id.
   */
  id: string
  /**
   * Part of its addresses.
   */
  slug: string
  /**
   * The occupation's name.
   */
  title: string
  /**
   * The body that answers for the content.
   */
  owner: string
  /**
   * The organisation that it belongs to here, or null.
   */
  organisationId: string | null
  /**
   * True for a text that nobody has approved.
   */
  isExample: boolean
  /**
   * The version that applies now, or null.
   */
  current: EditionSummary | null
  /**
   * The draft, for those who may see it; null for others or when there is none.
   */
  draft: DraftSummary | null
  /**
   * What the asking person may do.
   */
  abilities: Abilities
}
/**
 * That there is a draft, and since when it has not changed.
 */
export interface DraftSummary {
  /**
   * Grows by one with every change.
   */
  revision: number
  /**
   * The version it was started from.
   */
  basedOn: string | null
  /**
   * When it last changed (RFC 3339, UTC).
   */
  changedAt: string
  /**
   * How much it holds.
   */
  counts: Counts
}

/**
 * Where one item comes from, latest first.
 */
export interface ProvenanceList {
  /**
   * One for each workshop.
   */
  items: Provenance[]
  /**
   * What the installation calls its perspectives.
   */
  perspectives: Perspective[]
}

/**
 * Where an outcome or criterion comes from: the workshop, its groups, the wordings and the cards behind, by perspective and never by name.
 */
export interface Provenance {
  /**
   * The item in the draft.
   */
  itemId: string
  /**
   * The workshop.
   */
  workshopId: string
  /**
   * What it was called.
   */
  workshopName: string
  /**
   * The day it was held.
   */
  date: string
  /**
   * The groups whose wordings went into it.
   *
   * Items: A group's number.
   */
  groups: number[]
  /**
   * The wordings that it was made of.
   */
  wordings: OriginWording[]
  /**
   * The cards behind.
   */
  cards: OriginCard[]
  /**
   * The perspectives behind it.
   */
  perspectives: string[]
  /**
   * The published outcome that a group had copied and adapted; null for one of its own.
   */
  source: WordingSource | null
  /**
   * Why it is another than a published one that it resembles, in the group's words; may be empty.
   */
  differs: string
}
/**
 * A group's wording.
 */
export interface OriginWording {
  /**
   * The group.
   */
  groupNumber: number
  /**
   * What it said.
   */
  text: string
}

/**
 * The version that follows from a draft's changes, with its reasons.
 */
export interface PublicationProposal {
  /**
   * The version that would be superseded.
   */
  former: string | null
  /**
   * The version that follows from the changes and the rulings given.
   */
  version: string
  /**
   * Which number grows; first for a first edition.
   */
  level: 'first' | 'major' | 'minor' | 'patch'
  /**
   * What differs from the former version.
   */
  changes: DiffChange[]
  /**
   * Reworded outcomes and criteria that wait for a ruling.
   */
  unruled: string[]
  /**
   * What the draft lacks before it can be published.
   */
  missing: Missing[]
  /**
   * The draft's revision.
   */
  revision: number
  /**
   * What the asking person may do.
   */
  abilities: Abilities
}

/**
 * How a member rates a part in a quiet round.
 */
export interface Rating {
  /**
   * The part.
   */
  partId: string
  /**
   * 1 to 5.
   */
  importance: number
  /**
   * 1 to 5.
   */
  clarity: number
}

/**
 * The language coach's proposal was taken.
 */
export interface TookAdvice {
  /**
   * The kind of reason.
   */
  kind: 'took-advice'
  /**
   * The coach's rule.
   */
  rule: string
}

/**
 * The person took back a change of their own.
 */
export interface Undid {
  /**
   * The kind of reason.
   */
  kind: 'undid'
}

/**
 * Two people had written at once, and one of them chose between the wordings.
 */
export interface Settled {
  /**
   * The kind of reason.
   */
  kind: 'settled'
}

/**
 * The person's own words.
 */
export interface Stated {
  /**
   * The kind of reason.
   */
  kind: 'stated'
  /**
   * Why, in the person's own words.
   */
  text: string
}

/**
 * It was compiled out of a workshop.
 */
export interface Compiled {
  /**
   * The kind of reason.
   */
  kind: 'compiled'
  /**
   * The workshop.
   */
  workshopId: string
}

/**
 * Why something was changed.
 */
export type Reason = TookAdvice | Undid | Settled | Stated | Compiled

/**
 * What a remark is about.
 */
export interface RemarkAnchor {
  /**
   * The whole text, a part, or an item.
   */
  scope: 'whole' | 'part' | 'item'
  /**
   * The part's or item's id; null for the whole.
   */
  itemId: string | null
  /**
   * Of the words that its author saw; null for the whole.
   */
  hash: string | null
  /**
   * The words that it is about; empty for all of them.
   */
  quote: string
}

/**
 * Remarks on a review, in the order in which they were made.
 */
export interface RemarkList {
  /**
   * The remarks.
   */
  items: Remark[]
}

/**
 * What became of a remark.
 */
export interface Disposition {
  /**
   * What.
   */
  outcome: 'accepted' | 'changed' | 'declined'
  /**
   * Why.
   */
  reason: string
  /**
   * Who said so, as a role.
   */
  byRole: Role
  /**
   * When.
   */
  at: string
  /**
   * The amendment that came of it, or null.
   */
  amendmentId: string | null
}

/**
 * A remark on the text under review, or a proposal of other words.
 */
export interface Remark {
  /**
   * Its id.
   */
  id: string
  /**
   * The author's point of view; null for those who run the panel.
   */
  perspective: string | null
  /**
   * The name of the author, where it may be shown; else null.
   */
  author: string | null
  /**
   * It is by the asker.
   */
  isMine: boolean
  /**
   * What it is about.
   */
  anchor: RemarkAnchor
  /**
   * The number of what it is about, as the text stands.
   */
  number: string
  /**
   * The part that it belongs to; null for the whole, and when the item is gone.
   */
  partId: string | null
  /**
   * The words have changed since.
   */
  isOutdated: boolean
  /**
   * What it says; may be empty beside a proposal.
   */
  text: string
  /**
   * The words proposed, or null.
   */
  proposal: string | null
  /**
   * When.
   */
  at: string
  /**
   * In which round.
   */
  round: number
  /**
   * When its author took it back, or null.
   */
  withdrawnAt: string | null
  /**
   * What became of it, or null.
   */
  disposition: Disposition | null
}

/**
 * Who has been reminded.
 */
export interface Reminded {
  /**
   * The places of those to whom a mail goes; those without an address are not among them.
   */
  members: string[]
}

/**
 * Adds a criterion to a learning outcome.
 */
export interface AddCriterion {
  /**
   * The outcome.
   */
  parentId: string
  /**
   * Id of the sibling to stand before, or null to stand last.
   */
  before: string | null
  /**
   * The new item, with the id that the sender gives it: sending the same twice does no harm.
   */
  item: AssessmentCriterion
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Adds a group to a workshop.
 */
export interface AddGroup {
  /**
   * Where it sits; may be empty.
   */
  place: string
  /**
   * How many can be in it.
   */
  seats: number
}

/**
 * Adds a module to the profile.
 */
export interface AddModule {
  /**
   * Id of the sibling to stand before, or null to stand last.
   */
  before: string | null
  /**
   * The new item, with the id that the sender gives it: sending the same twice does no harm.
   */
  item: ModuleLink
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Adds a learning outcome to a module.
 */
export interface AddOutcome {
  /**
   * The module.
   */
  parentId: string
  /**
   * Id of the sibling to stand before, or null to stand last.
   */
  before: string | null
  /**
   * The new item, with the id that the sender gives it: sending the same twice does no harm.
   */
  item: LearningOutcome
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Adds an item of personal suitability.
 */
export interface AddSuitabilityItem {
  /**
   * Id of the sibling to stand before, or null to stand last.
   */
  before: string | null
  /**
   * The new item, with the id that the sender gives it: sending the same twice does no harm.
   */
  item: SuitabilityItem
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Adds a word to the word list.
 */
export interface AddWord {
  /**
   * Id of the sibling to stand before, or null to stand last.
   */
  before: string | null
  /**
   * The new item, with the id that the sender gives it: sending the same twice does no harm.
   */
  item: WordListEntry
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Change what is known about you.
 */
export interface AmendAccount {
  /**
   * Name.
   */
  name?: string
  /**
   * The language of mail to you.
   */
  locale?: 'sv' | 'en'
  /**
   * Ask for a passkey after a link or a password.
   */
  secondStep?: boolean
}

/**
 * Changes a criterion's wording or suggested methods. Each field names the value that the editor saw; if another stands there now, nothing is changed and both are shown.
 */
export interface AmendCriterion {
  /**
   * Another text: from is the value that the editor saw, to the new one.
   */
  text?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another assessmentMethods: from is the value that the editor saw, to the new one.
   */
  assessmentMethods?: {
    /**
     * The value that the editor saw.
     *
     * @maxItems 6
     */
    from: ('observation' | 'conversation' | 'task' | 'simulation' | 'writtenAnswer' | 'document')[]
    /**
     * The new value.
     *
     * @maxItems 6
     */
    to: ('observation' | 'conversation' | 'task' | 'simulation' | 'writtenAnswer' | 'document')[]
  }
  /**
   * Another variants: from is the value that the editor saw, to the new one.
   */
  variants?: {
    /**
     * The value that the editor saw.
     *
     * @maxItems 100
     */
    from: TextVariant[]
    /**
     * The new value.
     *
     * @maxItems 100
     */
    to: TextVariant[]
  }
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Changes where a group sits, or opens more seats.
 */
export interface AmendGroup {
  /**
   * Where it sits.
   */
  place?: string
  /**
   * How many can be in it.
   */
  seats?: number
}

/**
 * Changes fields of a module, or its obligation in this profile. Each field names the value that the editor saw; if another stands there now, nothing is changed and both are shown.
 */
export interface AmendModule {
  /**
   * Another title: from is the value that the editor saw, to the new one.
   */
  title?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another seqfLevel: from is the value that the editor saw, to the new one.
   */
  seqfLevel?: {
    /**
     * The value that the editor saw.
     */
    from: number | null
    /**
     * The new value.
     */
    to: number | null
  }
  /**
   * Another levelRationale: from is the value that the editor saw, to the new one.
   */
  levelRationale?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another purpose: from is the value that the editor saw, to the new one.
   */
  purpose?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another prerequisites: from is the value that the editor saw, to the new one.
   */
  prerequisites?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another volume: from is the value that the editor saw, to the new one.
   */
  volume?: {
    /**
     * The value that the editor saw.
     */
    from: Volume | null
    /**
     * The new value.
     */
    to: Volume | null
  }
  /**
   * Another variants: from is the value that the editor saw, to the new one.
   */
  variants?: {
    /**
     * The value that the editor saw.
     *
     * @maxItems 100
     */
    from: TextVariant[]
    /**
     * The new value.
     *
     * @maxItems 100
     */
    to: TextVariant[]
  }
  /**
   * Another obligation: from is the value that the editor saw, to the new one.
   */
  obligation?: {
    /**
     * The value that the editor saw.
     */
    from: 'mandatory' | 'optional'
    /**
     * The new value.
     */
    to: 'mandatory' | 'optional'
  }
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Changes a learning outcome's wording or category. Each field names the value that the editor saw; if another stands there now, nothing is changed and both are shown.
 */
export interface AmendOutcome {
  /**
   * Another text: from is the value that the editor saw, to the new one.
   */
  text?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another category: from is the value that the editor saw, to the new one.
   */
  category?: {
    /**
     * The value that the editor saw.
     */
    from: 'knowledge' | 'skills' | 'responsibilityAutonomy'
    /**
     * The new value.
     */
    to: 'knowledge' | 'skills' | 'responsibilityAutonomy'
  }
  /**
   * Another variants: from is the value that the editor saw, to the new one.
   */
  variants?: {
    /**
     * The value that the editor saw.
     *
     * @maxItems 100
     */
    from: TextVariant[]
    /**
     * The new value.
     *
     * @maxItems 100
     */
    to: TextVariant[]
  }
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Change what is known about a person.
 */
export interface AmendPerson {
  /**
   * Name.
   */
  name?: string
  /**
   * E-mail, or null.
   */
  email?: string | null
  /**
   * Where they come from, or null.
   */
  organisationId?: string | null
  /**
   * The language of mail to them.
   */
  locale?: 'sv' | 'en'
  /**
   * false lets in somebody who has lost their passkey.
   */
  secondStep?: false
}

/**
 * Changes fields of the profile itself. Each field names the value that the editor saw; if another stands there now, nothing is changed and both are shown.
 */
export interface AmendProfile {
  /**
   * Another title: from is the value that the editor saw, to the new one.
   */
  title?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another isExample: from is the value that the editor saw, to the new one.
   */
  isExample?: {
    /**
     * The value that the editor saw.
     */
    from: boolean
    /**
     * The new value.
     */
    to: boolean
  }
  /**
   * Another owner: from is the value that the editor saw, to the new one.
   */
  owner?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another occupationReferences: from is the value that the editor saw, to the new one.
   */
  occupationReferences?: {
    /**
     * The value that the editor saw.
     *
     * @maxItems 100
     */
    from: OccupationReference[]
    /**
     * The new value.
     *
     * @maxItems 100
     */
    to: OccupationReference[]
  }
  /**
   * Another purpose: from is the value that the editor saw, to the new one.
   */
  purpose?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another targetGroup: from is the value that the editor saw, to the new one.
   */
  targetGroup?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another delimitations: from is the value that the editor saw, to the new one.
   */
  delimitations?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another seqfLevel: from is the value that the editor saw, to the new one.
   */
  seqfLevel?: {
    /**
     * The value that the editor saw.
     */
    from: number | null
    /**
     * The new value.
     */
    to: number | null
  }
  /**
   * Another levelRationale: from is the value that the editor saw, to the new one.
   */
  levelRationale?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another outcomeStem: from is the value that the editor saw, to the new one.
   */
  outcomeStem?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another roleDescription: from is the value that the editor saw, to the new one.
   */
  roleDescription?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Changes a suitability item or its reason. Each field names the value that the editor saw; if another stands there now, nothing is changed and both are shown.
 */
export interface AmendSuitabilityItem {
  /**
   * Another text: from is the value that the editor saw, to the new one.
   */
  text?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another reason: from is the value that the editor saw, to the new one.
   */
  reason?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another variants: from is the value that the editor saw, to the new one.
   */
  variants?: {
    /**
     * The value that the editor saw.
     *
     * @maxItems 100
     */
    from: TextVariant[]
    /**
     * The new value.
     *
     * @maxItems 100
     */
    to: TextVariant[]
  }
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Amends the text under review.
 */
export interface AmendText {
  /**
   * Of the amendment, made by whoever makes it.
   */
  id: string
  /**
   * What to do.
   */
  change: RewordItem | RewriteField | NewCriterion | RemoveItem
  /**
   * Why.
   */
  reason: string
  /**
   * Remarks and proposals that it answers.
   *
   * @maxItems 100
   */
  remarkIds: string[]
  /**
   * It changes the spelling and not the meaning.
   */
  claimsEditorial: boolean
}
/**
 * Gives a demand other words.
 */
export interface RewordItem {
  /**
   * What.
   */
  act: 'reword'
  /**
   * An outcome, criterion or suitability item.
   */
  itemId: string
  /**
   * Of the words that were seen.
   */
  hash: string
  /**
   * The new words.
   */
  to: string
}
/**
 * Gives other words to what is neither an outcome, a criterion nor a suitability item.
 */
export interface RewriteField {
  /**
   * What.
   */
  act: 'rewrite'
  /**
   * The profile, a module, or a word of the list.
   */
  itemId: string
  /**
   * What of it.
   */
  field:
    | 'title'
    | 'purpose'
    | 'targetGroup'
    | 'delimitations'
    | 'roleDescription'
    | 'outcomeStem'
    | 'prerequisites'
    | 'levelRationale'
    | 'term'
    | 'explanation'
  /**
   * The words that were seen.
   */
  from: string
  /**
   * The new words.
   */
  to: string
}
/**
 * Adds a criterion to an outcome.
 */
export interface NewCriterion {
  /**
   * What.
   */
  act: 'add-criterion'
  /**
   * The id of the new criterion.
   */
  itemId: string
  /**
   * The outcome.
   */
  outcomeId: string
  /**
   * Its words.
   */
  to: string
}
/**
 * Takes an outcome or criterion away.
 */
export interface RemoveItem {
  /**
   * What.
   */
  act: 'remove'
  /**
   * Which.
   */
  itemId: string
  /**
   * Of the words that were seen.
   */
  hash: string
}

/**
 * Changes a word or its explanation. Each field names the value that the editor saw; if another stands there now, nothing is changed and both are shown.
 */
export interface AmendWord {
  /**
   * Another term: from is the value that the editor saw, to the new one.
   */
  term?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another explanation: from is the value that the editor saw, to the new one.
   */
  explanation?: {
    /**
     * The value that the editor saw.
     */
    from: string
    /**
     * The new value.
     */
    to: string
  }
  /**
   * Another translations: from is the value that the editor saw, to the new one.
   */
  translations?: {
    /**
     * The value that the editor saw.
     *
     * @maxItems 100
     */
    from: Translation[]
    /**
     * The new value.
     *
     * @maxItems 100
     */
    to: Translation[]
  }
  /**
   * Another variants: from is the value that the editor saw, to the new one.
   */
  variants?: {
    /**
     * The value that the editor saw.
     *
     * @maxItems 100
     */
    from: TextVariant[]
    /**
     * The new value.
     *
     * @maxItems 100
     */
    to: TextVariant[]
  }
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Changes the plan of a workshop.
 */
export interface AmendWorkshop {
  /**
   * What the workshop is called.
   */
  name?: string
  /**
   * The day it is held.
   */
  date?: string
  /**
   * What is asked.
   */
  question?: string
  /**
   * The phases in their order, with their time.
   *
   * @minItems 1
   * @maxItems 5
   */
  phases?: PlannedPhase[]
  /**
   * What is shown of who wrote what.
   */
  anonymity?: Anonymity
}

/**
 * The steering group's answer on a composition.
 */
export interface AnswerComposition {
  /**
   * What.
   */
  outcome: 'approved' | 'changesAsked'
  /**
   * Why; needed when changes are asked for.
   */
  reason: string
}

/**
 * Answers a summons.
 */
export interface AnswerSummons {
  /**
   * Comes, takes part from afar, cannot come.
   */
  answer: 'coming' | 'remotely' | 'absent'
}

/**
 * Change what the installation has chosen.
 */
export interface ChangeSettings {
  /**
   * What the installation is called.
   */
  name?: string
  /**
   * Label of the third category.
   */
  thirdCategory?: 'responsibilityAutonomy' | 'competences'
  /**
   * How outcomes begin in a new profile.
   */
  outcomeStem?: string
  /**
   * The perspectives that workshops and panels are made of.
   *
   * @minItems 1
   * @maxItems 20
   */
  perspectives?: Perspective[]
  /**
   * Whether people may have a password.
   */
  passwords?: boolean
  /**
   * How many members a panel is advised to have.
   */
  panelSize?: PanelSize
  /**
   * How long things are kept.
   */
  retention?: Retention
}

/**
 * Closes a review with a decision.
 */
export interface CloseReview {
  /**
   * What the closing that was shown rests on.
   */
  state: string
  /**
   * What is decided.
   */
  outcome: 'approved' | 'approvedEditorial' | 'changesRequested' | 'declined'
  /**
   * The day of the decision.
   */
  decidedOn: string
  /**
   * The body that decides.
   */
  decidedBy: string
  /**
   * On what grounds.
   */
  grounds: string
}

/**
 * Says who a panel is made of: all of it, in place of what was there.
 */
export interface ComposePanel {
  /**
   * Who.
   *
   * @maxItems 200
   */
  members: ProposedMember[]
}
/**
 * A place at the panel.
 */
export interface ProposedMember {
  /**
   * The place that they have already.
   */
  id?: string
  /**
   * What they are called.
   */
  name: string
  /**
   * Their address, by which they are summoned.
   */
  email: string
  /**
   * Where they come from.
   */
  organisation: string
  /**
   * The point of view.
   */
  perspective: string
  /**
   * Their part.
   */
  part: 'member' | 'substitute' | 'observer'
  /**
   * Place in this list (from 0) of the member whom a substitute can stand in for; null for any of the perspective.
   */
  substituteFor: number | null
}

/**
 * Says what is on the table, for how long, and who speaks.
 */
export interface ConductMeeting {
  /**
   * What is being discussed, or null.
   */
  onTable?: PutOnTable | null
  /**
   * The time for it from now, or null for none.
   */
  minutes?: number | null
  /**
   * Who has asked to speak, in order.
   *
   * @maxItems 100
   */
  speakers?: string[]
}
/**
 * What is discussed.
 */
export interface PutOnTable {
  /**
   * The part.
   */
  partId: string
  /**
   * An item in it, or null.
   */
  itemId: string | null
}

/**
 * Says whether an amendment is editorial.
 */
export interface ConfirmEditorial {
  /**
   * Of the act.
   */
  id: string
  /**
   * It is, or it is not.
   */
  confirms: boolean
}

/**
 * Says whether one is named in minutes and on the decision page.
 */
export interface ConsentToName {
  /**
   * Whether.
   */
  isNamed: boolean
}

/**
 * Starts an empty profile.
 */
export interface CreateProfile {
  /**
   * The occupation's name.
   */
  title: string
  /**
   * Its part of web addresses; left out, it is made from the title.
   */
  slug?: string
  /**
   * The organisation that it is to belong to, or null for none; left out: the first that the asker may create one for.
   */
  organisationId?: string | null
}

/**
 * Enters positions for those in the room.
 */
export interface EnterPositions {
  /**
   * Of the act.
   */
  id: string
  /**
   * Whose, and what.
   *
   * @minItems 1
   * @maxItems 400
   */
  entries: EnteredPosition[]
}
/**
 * A position that a member has taken in the room.
 */
export interface EnteredPosition {
  /**
   * The member.
   */
  memberId: string
  /**
   * On a part or on an item.
   */
  scope: 'part' | 'item'
  /**
   * The part's or item's id.
   */
  itemId: string
  /**
   * Of the words that are on the screen.
   */
  hash: string
  /**
   * What they say; null takes it back.
   */
  position: PositionKind | null
  /**
   * Why; needed for agreement with a change, and disagreement.
   */
  reason: string
}

/**
 * Says afterwards why a change was made.
 */
export interface ExplainChange {
  /**
   * Why.
   */
  text: string
}

/**
 * Give a person a role.
 */
export interface GrantRole {
  /**
   * The role.
   */
  role: Role
  /**
   * How far it reaches.
   */
  scope: Scope
}

/**
 * Says whose turn it is.
 */
export interface HandOver {
  /**
   * Who is waited for from now on.
   */
  to: 'members' | 'editors'
}

/**
 * Let a profile belong to an organisation, or to none.
 */
export interface HandProfile {
  /**
   * The organisation, or null.
   */
  organisationId: string | null
}

/**
 * Takes in a profile from a file.
 */
export interface ImportProfile {
  /**
   * The file's content: the product's own format, or a response of the Finnish ePerusteet service.
   */
  file: unknown
  /**
   * For an already approved text: version and decision to publish it under. Overrides what the file says.
   */
  published?: PublishedAs | null
}

/**
 * Register a person.
 */
export interface InvitePerson {
  /**
   * Name.
   */
  name: string
  /**
   * E-mail, or null where there is none.
   */
  email: string | null
  /**
   * Where they come from, or null.
   */
  organisationId: string | null
  /**
   * The language of mail to them.
   */
  locale: 'sv' | 'en'
  /**
   * A role from the start.
   */
  role?: Role
  /**
   * How far it reaches.
   */
  scope?: Scope
  /**
   * Whether an invitation is mailed.
   */
  sendMail: boolean
}

/**
 * Makes a remark, or proposes other words.
 */
export interface MakeRemark {
  /**
   * Of the remark, made by its author: the same one twice is made once.
   */
  id: string
  /**
   * What it is about.
   */
  anchor: RemarkAnchor
  /**
   * What it says; may be empty beside a proposal.
   */
  text: string
  /**
   * Words proposed for the item, or null.
   */
  proposal: string | null
}

/**
 * Moves an item, its words unchanged.
 */
export interface MoveItem {
  /**
   * The new parent: the profile for modules, suitability and words; a module for outcomes; an outcome for criteria.
   */
  parentId: string
  /**
   * Id of the sibling to stand before, or null to stand last.
   */
  before: string | null
  /**
   * Why, where there is something to say.
   */
  because?: Reason
}

/**
 * Moves a participant to another group of the workshop.
 */
export interface MoveSeat {
  /**
   * The group.
   */
  groupId: string
}

/**
 * Moves everyone to a phase; its clock starts.
 */
export interface MoveToPhase {
  /**
   * The phase.
   */
  phase: Phase
}

/**
 * The name of an organisation.
 */
export interface NameOrganisation {
  /**
   * Name.
   */
  name: string
}

/**
 * Notes who is there.
 */
export interface NotePresence {
  /**
   * The members who are.
   *
   * @maxItems 200
   */
  present: string[]
  /**
   * The members who are not.
   *
   * @maxItems 200
   */
  absent: string[]
}

/**
 * Opens a round.
 */
export interface OpenRound {
  /**
   * Ordinary or quiet.
   */
  kind: 'ordinary' | 'quiet'
  /**
   * By when to have answered, or null.
   */
  answerBy: string | null
  /**
   * The panel's text with its amendments, or the draft as it stands.
   */
  text: 'panel' | 'draft'
  /**
   * Whether members are told by mail.
   */
  tellMembers: boolean
}

/**
 * Nothing has to be said.
 */
export interface AskPasskeyOptions {}

/**
 * Plans a meeting of a panel, or changes the plan.
 */
export interface PlanMeeting {
  /**
   * When it begins.
   */
  startsAt: string
  /**
   * When it ends.
   */
  endsAt: string
  /**
   * Where; may be empty.
   */
  place: string
  /**
   * Address of a video meeting; may be empty.
   */
  video: string
  /**
   * What to read or bring; may be empty.
   */
  material: string
  /**
   * By when to have answered, or null.
   */
  answerBy: string | null
}

/**
 * Plans a workshop for a profile's draft.
 */
export interface PlanWorkshop {
  /**
   * What the workshop is called.
   */
  name: string
  /**
   * The day it is held.
   */
  date: string
  /**
   * What is asked.
   */
  question: string
  /**
   * The phases in their order, with their time.
   *
   * @minItems 1
   * @maxItems 5
   */
  phases: PlannedPhase[]
  /**
   * What is shown of who wrote what.
   */
  anonymity: Anonymity
  /**
   * A rehearsal with made-up participants.
   */
  isRehearsal: boolean
  /**
   * The groups.
   *
   * @minItems 1
   * @maxItems 60
   */
  groups: PlannedGroup[]
}
/**
 * A group.
 */
export interface PlannedGroup {
  /**
   * Where it sits; may be empty.
   */
  place: string
  /**
   * How many can be in it.
   */
  seats: number
}

/**
 * Asks which version would follow from the draft, given these rulings.
 */
export interface ProposePublication {
  /**
   * The rulings made so far.
   *
   * @maxItems 10000
   */
  rulings: Ruling[]
}

/**
 * Publishes the draft as a version that never changes.
 */
export interface PublishEdition {
  /**
   * The version to publish as; a higher one than the former.
   */
  version: string
  /**
   * Why another version than the proposed one; needed only then.
   */
  versionReason?: string
  /**
   * The decision it rests on.
   */
  decision: Decision
  /**
   * A ruling for each reworded outcome and criterion.
   *
   * @maxItems 10000
   */
  rulings: Ruling[]
}

/**
 * Publishes what a panel has decided.
 */
export interface PublishReview {
  /**
   * The version; the one that follows from the rulings, or another with a reason.
   */
  version: string
  /**
   * Why it is another; may be empty.
   */
  versionReason: string
}

/**
 * Rates parts in a quiet round.
 */
export interface RateParts {
  /**
   * Of the act.
   */
  id: string
  /**
   * The ratings.
   *
   * @minItems 1
   * @maxItems 200
   */
  ratings: Rating[]
}

/**
 * Notes that a member takes no position on something.
 */
export interface RecuseMember {
  /**
   * A part, or null for the whole.
   */
  partId: string | null
  /**
   * Why.
   */
  reason: string
}

/**
 * Adds a passkey to one's own account.
 */
export interface RegisterPasskey {
  /**
   * What the browser answered.
   */
  response: PasskeyRegistration
  /**
   * What its owner calls it, to know it from others.
   */
  name: string
}

/**
 * Ask for a one-time link by mail. The answer is the same whether or not the address is known.
 */
export interface RequestLink {
  /**
   * Your e-mail.
   */
  email: string
}

/**
 * Comes back to one's seat from another device.
 */
export interface ReturnToSeat {
  /**
   * The six signs, as they were written.
   */
  code: string
  /**
   * One's personal word, as it was written.
   */
  word: string
}

/**
 * Notes what the panel rules of a reworded demand.
 */
export interface RuleEquivalence {
  /**
   * The outcome or criterion.
   */
  itemId: string
  /**
   * Of the words that apply now.
   */
  formerHash: string
  /**
   * Of the words under review.
   */
  hash: string
  /**
   * Whether whoever met the former wording meets the new one.
   */
  equivalent: boolean
  /**
   * Why; may be empty.
   */
  reason: string
}

/**
 * Decides about a row of a compilation: takes a group's statement, merges several, or leaves them out.
 */
export interface RuleOnRow {
  /**
   * What is done.
   */
  kind: 'taken' | 'merged' | 'leftOut'
  /**
   * The statements of the row that it is about; the first is the one that is started from.
   *
   * @minItems 1
   * @maxItems 60
   *
   * Items: A statement.
   */
  statementIds: string[]
  /**
   * The wording that is to stand in the draft, without the stem; left away when left out.
   */
  text?: string
  /**
   * The criteria that come along.
   *
   * @maxItems 60
   *
   * Items: A criterion.
   */
  criterionIds?: string[]
  /**
   * Why it is left out.
   */
  reason?: string
  /**
   * The wording that stood in the draft when the row was decided anew; left away for a row that is not there yet.
   */
  from?: string
}

/**
 * Says something to everyone in the workshop.
 */
export interface SayToAll {
  /**
   * The words.
   */
  text: string
}

/**
 * Starts, pauses or lengthens the time of the phase.
 */
export interface SetClock {
  /**
   * What is done with the clock.
   */
  act: 'start' | 'pause' | 'resume' | 'add' | 'stop'
  /**
   * For how long it starts, or how many are added.
   */
  minutes?: number
}

/**
 * Choose a password, or have none any more.
 */
export interface SetPassword {
  /**
   * Twelve characters or more, and nothing else is asked of it; null for none.
   */
  password: string | null
  /**
   * The one until now: asked of those who have signed in by it.
   */
  current?: string
}

/**
 * Says by which rule the panel decides.
 */
export interface SetVotingRule {
  /**
   * The rule.
   */
  rule: VotingRule
}

/**
 * Says what becomes of a remark.
 */
export interface SettleRemark {
  /**
   * What.
   */
  outcome: 'accepted' | 'changed' | 'declined'
  /**
   * Why.
   */
  reason: string
  /**
   * The amendment that came of it, or null.
   */
  amendmentId: string | null
}

/**
 * E-mail and password.
 */
export interface SignInByPassword {
  /**
   * E-mail.
   */
  email: string
  /**
   * Password.
   */
  password: string
}

/**
 * Uses a one-time sign-in link.
 */
export interface SignIn {
  /**
   * The link's secret.
   */
  token: string
}

/**
 * Lets a substitute stand in for a member, or the member come back.
 */
export interface StandIn {
  /**
   * The substitute; null when the member comes back.
   */
  substituteId: string | null
}

/**
 * Starts a draft from a published version.
 */
export interface StartDraft {
  /**
   * The version to start from; left out, the one that applies now.
   */
  fromVersion?: string
}

/**
 * Takes a published module from another profile: linked, pinned to its version, or copied to be adapted, with its origin kept.
 */
export interface TakeModule {
  /**
   * The published module.
   */
  source: ModuleSource
  /**
   * link: it can be read here and is changed there; copy: an own module that begins with the same words.
   */
  how: 'link' | 'copy'
  /**
   * Whether everyone needs the module.
   */
  obligation: 'mandatory' | 'optional'
  /**
   * Id of the module to stand before, or null to stand last.
   */
  before: string | null
  /**
   * For copy: ids for the module and, in order, for its outcomes and criteria. Left out, the server makes them.
   *
   * @maxItems 10000
   */
  newIds?: string[]
}

/**
 * Takes a position.
 */
export interface TakePosition {
  /**
   * Of the act, made by whoever acts: the same one twice does no more than once.
   */
  id: string
  position: PositionToTake
}
/**
 * A position to be taken.
 */
export interface PositionToTake {
  /**
   * On a part or on an item.
   */
  scope: 'part' | 'item'
  /**
   * The part's or item's id.
   */
  itemId: string
  /**
   * Of the words that are seen.
   */
  hash: string
  /**
   * What is said; null takes it back.
   */
  position: PositionKind | null
  /**
   * Why; needed for agreement with a change, and disagreement.
   */
  reason: string
  /**
   * The act of the position on the same thing that was seen, or null for none.
   */
  replaces: string | null
}

/**
 * Takes a seat in the group that a code leads to.
 */
export interface TakeSeat {
  /**
   * The six signs, as they were written.
   */
  code: string
  /**
   * What the others are to call one.
   */
  name: string
  /**
   * From which perspective; empty for another than those listed.
   */
  perspective: string
}

/**
 * Signs in with a passkey, alone or as second step.
 */
export interface UsePasskey {
  /**
   * What the browser answered.
   */
  response: PasskeyAssertion
}

/**
 * What would go now, by the retention times.
 */
export interface RetentionPreview {
  /**
   * Settled mails.
   */
  mails: number
  /**
   * Used and expired links, sessions and challenges.
   */
  secrets: number
  /**
   * Names of people who took part in workshops that have long been over.
   */
  names: number
  /**
   * People who would be erased.
   */
  people: ExpiringPerson[]
}
/**
 * A person.
 */
export interface ExpiringPerson {
  /**
   * Pseudonymous id.
   */
  id: string
  /**
   * Name.
   */
  name: string
  /**
   * Why.
   */
  because: 'never-came' | 'inactive'
  /**
   * When they were last here, or were invited.
   */
  since: string
}

/**
 * How long personal data is kept, in days. null: until somebody takes it away.
 */
export interface Retention {
  /**
   * Mail that has been sent, or given up.
   */
  mailDays: number
  /**
   * People who were invited and never came.
   */
  unansweredInvitationDays: number | null
  /**
   * People who have not been here, and have no role.
   */
  inactivePersonDays: number | null
}

/**
 * What the asking person may do with a review as it stands. Button and refusal come from the same table.
 */
export interface ReviewActs {
  /**
   * Read the text and the remarks.
   */
  readText: boolean
  /**
   * Read how the panel stands.
   */
  readTally: boolean
  /**
   * Say who the panel is made of, and by which rule it decides.
   */
  compose: boolean
  /**
   * Approve the composition, or ask for another.
   */
  answerComposition: boolean
  /**
   * Take the submission back.
   */
  withdraw: boolean
  /**
   * Open a round.
   */
  open: boolean
  /**
   * Note that somebody takes no position on something.
   */
  recuse: boolean
  /**
   * Let a substitute stand in, and out again.
   */
  standIn: boolean
  /**
   * Plan meetings and send summonses and reminders.
   */
  summon: boolean
  /**
   * Say whether one comes to a meeting.
   */
  answerSummons: boolean
  /**
   * Say whether one is named in minutes and on the decision page.
   */
  consentToName: boolean
  /**
   * Take positions.
   */
  takePosition: boolean
  /**
   * Say whether a change is editorial.
   */
  confirmEditorial: boolean
  /**
   * Make remarks and propose wordings.
   */
  remark: boolean
  /**
   * Enter positions for those in the room.
   */
  enterPositions: boolean
  /**
   * Say what becomes of remarks.
   */
  settle: boolean
  /**
   * Amend the text.
   */
  amend: boolean
  /**
   * Note what the panel rules of reworded demands.
   */
  ruleEquivalence: boolean
  /**
   * Run the meeting.
   */
  conductMeeting: boolean
  /**
   * Say whose turn it is.
   */
  handOver: boolean
  /**
   * Close the review with a decision.
   */
  close: boolean
  /**
   * Take a mistaken close back.
   */
  recall: boolean
  /**
   * Publish what was decided.
   */
  publish: boolean
  /**
   * Print the minutes.
   */
  printMinutes: boolean
}

/**
 * Whose turn it is, and how long each has had.
 */
export interface ReviewClocks {
  /**
   * Who is waited for.
   */
  turn: 'members' | 'editors'
  /**
   * Since when.
   */
  since: string
  /**
   * How long the members have had, in minutes.
   */
  membersMinutes: number
  /**
   * How long the editors have had.
   */
  editorsMinutes: number
  /**
   * The members' last day, moved on by as many days as the editors have had; null when there is none.
   */
  answerBy: string | null
}

/**
 * Reviews, latest first.
 */
export interface ReviewList {
  /**
   * The reviews.
   */
  items: Review[]
}

/**
 * Some words that a position can be taken on.
 */
export interface ReviewItem {
  /**
   * The item's id; a frame has the part's.
   */
  id: string
  /**
   * The frame is everything in the part that is no other item.
   */
  kind: 'frame' | 'outcome' | 'criterion' | 'suitability' | 'word'
  /**
   * Its number; empty for a frame, suitability items and words.
   */
  number: string
  /**
   * SHA-256 of its wording.
   */
  hash: string
  /**
   * Its words; of a frame, the title.
   */
  wording: string
}

/**
 * A part of the text under review: one for the profile itself, and one for each module.
 */
export interface ReviewPart {
  /**
   * The profile's or the module's id.
   */
  id: string
  /**
   * As in the text; empty for the profile itself.
   */
  number: string
  /**
   * What it is called.
   */
  title: string
  /**
   * Of all its words.
   */
  hash: string
  /**
   * How many words it has.
   */
  words: number
  /**
   * Its frame first, then its outcomes, criteria, suitability items and words, as in the text.
   */
  items: ReviewItem[]
}

/**
 * A round of a review: the panel works on one revision.
 */
export interface ReviewRound {
  /**
   * 1, 2, 3 …; the number of its revision.
   */
  number: number
  /**
   * Ordinary, or quiet: each rates and answers before seeing the others.
   */
  kind: 'ordinary' | 'quiet'
  /**
   * When it was opened.
   */
  openedAt: string
  /**
   * By when to have answered, or null.
   */
  answerBy: string | null
  /**
   * When a quiet round was made visible; null while it is quiet.
   */
  revealedAt: string | null
}

/**
 * Where a review is on its way.
 */
export type ReviewStatus =
  'preparing' | 'open' | 'approved' | 'returned' | 'declined' | 'published' | 'withdrawn'

/**
 * A member's mark.
 */
export interface MemberMark {
  /**
   * The member; null where the rule hides who it is.
   */
  memberId: string | null
  /**
   * What they say, of a part the gravest of it; `answered` where the rule hides it.
   */
  mark: 'agree' | 'agreeWithChange' | 'disagree' | 'abstain' | 'stale' | 'none' | 'answered'
}

/**
 * A perspective in a part.
 */
export interface TallyCell {
  /**
   * Which.
   */
  perspective: string
  /**
   * Whether it is enough, falls short as yet, stops, or has nobody left.
   */
  state: 'enough' | 'short' | 'stopped' | 'absent'
  /**
   * One for each member who may take a position.
   */
  marks: MemberMark[]
}

/**
 * A part of the text, and how the panel stands to it.
 */
export interface PartTally {
  /**
   * The part.
   */
  partId: string
  /**
   * As in the text; empty for what is said of the whole occupation.
   */
  number: string
  /**
   * What it is called.
   */
  title: string
  /**
   * Ready to be adopted, waiting for somebody, or stopped.
   */
  state: 'ready' | 'waiting' | 'stopped'
  /**
   * Whether somebody agrees with a change.
   */
  hasChanges: boolean
  /**
   * What is missing for what stands worst in it.
   */
  missing: MissingVote[]
  /**
   * The item that stands worst, where it stands worse than the rest; else null.
   */
  about: string | null
  /**
   * Its number.
   */
  aboutNumber: string
  /**
   * The perspectives.
   */
  cells: TallyCell[]
  /**
   * Remarks and proposals that nobody has settled.
   */
  openRemarks: number
  /**
   * Answers that wait since the words have changed.
   */
  staleAnswers: number
  /**
   * Items of which somebody says otherwise than of the part as a whole; empty while positions are hidden.
   */
  contested: ContestedItem[]
  /**
   * How all in it stands that is not contested; null while positions are hidden.
   */
  rest: RestOfPart | null
}

/**
 * What is said of a part as a whole.
 */
export interface RestOfPart {
  /**
   * How it stands.
   */
  tally: ItemTally
  /**
   * What each says who may take a position; empty where the rule hides who it is.
   */
  marks: MemberMark[]
}

/**
 * An item of which the members do not all say the same as of the rest.
 */
export interface ContestedItem {
  /**
   * The item.
   */
  itemId: string
  /**
   * Its number.
   */
  number: string
  /**
   * Its words.
   */
  wording: string
  /**
   * How it stands.
   */
  tally: ItemTally
  /**
   * What those say who say otherwise of it than of the rest; empty where the rule hides who it is.
   */
  unlike: MemberMark[]
}

/**
 * A point of the agenda.
 */
export interface AgendaItem {
  /**
   * Taken together without discussion, or discussed.
   */
  kind: 'consent' | 'discussion'
  /**
   * The part.
   */
  partId: string
  /**
   * Its number.
   */
  number: string
  /**
   * What it is called.
   */
  title: string
  /**
   * The time for it.
   */
  minutes: number
  /**
   * How far apart the members are, 0 to 1.
   */
  disagreement: number
  /**
   * How important members have rated it, 1 to 5; 3 where nobody has.
   */
  importance: number
  /**
   * Remarks and proposals to take a stand on.
   */
  openRemarks: number
}

/**
 * A member who has something left.
 */
export interface WaitingFor {
  /**
   * The member.
   */
  memberId: string
  /**
   * How many parts they have not answered on.
   */
  parts: number
  /**
   * How many changed wordings wait for them.
   */
  changes: number
}

/**
 * How a panel stands, part by part and perspective by perspective.
 */
export interface ReviewTally {
  /**
   * The review.
   */
  reviewId: string
  /**
   * Of the text that it is counted on.
   */
  textDigest: string
  /**
   * Positions are hidden: marks say only who has answered, and what is missing only answers.
   */
  isHidden: boolean
  /**
   * In the order of the text.
   */
  parts: PartTally[]
  /**
   * How many parts are ready.
   */
  ready: number
  /**
   * What the meeting takes up, in order: first what nobody contests.
   */
  agenda: AgendaItem[]
  /**
   * Members who have something left.
   */
  waitingFor: WaitingFor[]
  /**
   * How many may take a position on anything.
   */
  entitled: number
  /**
   * How many of them have answered on everything.
   */
  answered: number
}

/**
 * What differs between two revisions.
 */
export interface BetweenRounds {
  /**
   * The later one.
   */
  round: number
  /**
   * The words that differ.
   */
  items: AmendedItem[]
}

/**
 * The text that a panel works on as it stands: its revision, and the amendments since.
 */
export interface ReviewText {
  /**
   * The review.
   */
  reviewId: string
  /**
   * The round.
   */
  round: number
  /**
   * SHA-256 of the whole text.
   */
  digest: string
  /**
   * The text.
   */
  profile: OccupationalProfile
  /**
   * Its parts.
   */
  parts: ReviewPart[]
  /**
   * Of all rounds, in order.
   */
  amendments: Amendment[]
  /**
   * What each later revision has that the one before it had not.
   */
  betweenRounds: BetweenRounds[]
  /**
   * Demands reworded since the version that applies.
   */
  rewordings: Rewording[]
  /**
   * The version that would follow, with the rulings so far.
   */
  version: string
}

/**
 * The work of a panel on a profile, for those who may know of it.
 */
export interface Review {
  /**
   * Its id.
   */
  id: string
  /**
   * The profile.
   */
  profileId: string
  /**
   * Its name in addresses.
   */
  profileSlug: string
  /**
   * What it is called.
   */
  profileTitle: string
  /**
   * Where it is.
   */
  status: ReviewStatus
  /**
   * When the text was submitted, at first.
   */
  submittedAt: string
  /**
   * The number of the latest revision.
   */
  revision: number
  /**
   * The round that goes on, or went on last; null before the first.
   */
  round: ReviewRound | null
  /**
   * All of them.
   */
  rounds: ReviewRound[]
  /**
   * How it is decided.
   */
  rule: VotingRule
  /**
   * As the installation calls them.
   */
  perspectives: Perspective[]
  /**
   * The panel; to others than those who lead or settle it and its members, without names.
   */
  composition: Composition
  /**
   * In order of time.
   */
  meetings: PanelMeeting[]
  /**
   * Whose turn it is.
   */
  clocks: ReviewClocks
  /**
   * The version that applies now; once this review has come to a version, the one which that has replaced. Null for none.
   */
  former: string | null
  /**
   * Latest first; recalled ones too.
   */
  decisions: PanelDecision[]
  /**
   * Until when a close can be taken back, or null.
   */
  recallableUntil: string | null
  /**
   * The version that came of it, or null.
   */
  published: string | null
  /**
   * The asker's place, or null.
   */
  me: string | null
  /**
   * What the asker may do.
   */
  acts: ReviewActs
  /**
   * The server's clock.
   */
  now: string
}

/**
 * A demand whose words differ from the version that applies, and what the panel rules of it.
 */
export interface Rewording {
  /**
   * The outcome or criterion.
   */
  itemId: string
  /**
   * Its number.
   */
  number: string
  /**
   * The words that apply now.
   */
  former: string
  /**
   * Their hash.
   */
  formerHash: string
  /**
   * The words under review.
   */
  wording: string
  /**
   * Their hash.
   */
  hash: string
  /**
   * What the panel rules; null until it has, and when the words have changed since.
   */
  ruling: PanelRuling | null
}
/**
 * Whether whoever met the former wording meets the new one.
 */
export interface PanelRuling {
  /**
   * Whether it is the same demand.
   */
  equivalent: boolean
  /**
   * Why; may be empty.
   */
  reason: string
  /**
   * When.
   */
  at: string
}

/**
 * A part that a person has in the work.
 */
export type Role =
  | 'administrator'
  | 'editor'
  | 'facilitator'
  | 'coordinator'
  | 'steeringGroup'
  | 'panelMember'
  | 'ocnAssessor'
  | 'occupationalAssessor'
  | 'internalQualityAssurer'
  | 'externalQualityAssurer'
  | 'reader'

/**
 * What has been decided about a row of a compilation. It can be decided anew; nothing that was left out disappears.
 */
export interface RulingOnRow {
  /**
   * Taken as one group wrote it, merged out of several, or left out.
   */
  kind: 'taken' | 'merged' | 'leftOut'
  /**
   * The statement that was taken or started from; null when left out.
   */
  baseId: string | null
  /**
   * All statements of the row: what did not go into the wording is settled with it, and stays to be read.
   *
   * Items: A statement.
   */
  statementIds: string[]
  /**
   * The wording that went into the draft, or that was left out.
   */
  text: string
  /**
   * The outcome or suitability item of the draft; null when left out.
   */
  itemId: string | null
  /**
   * Why it was left out; may be empty otherwise.
   */
  reason: string
  /**
   * When it was decided.
   */
  at: string
}

/**
 * Whether a reworded outcome or criterion still asks the same of a person. From the rulings follows the semantic version.
 */
export interface Ruling {
  /**
   * The reworded outcome or criterion.
   */
  itemId: string
  /**
   * True when whoever met the former wording also meets the new one.
   */
  equivalent: boolean
  /**
   * Why; may be empty.
   */
  reason: string
}

/**
 * How far a role reaches: everything, the profiles of one organisation, or one profile.
 */
export interface Scope {
  /**
   * What it is.
   */
  kind: 'everything' | 'organisation' | 'profile'
  /**
   * The organisation's or the profile's id; null for everything.
   */
  id: string | null
}

/**
 * A participant's own seat: without an account, and known to their devices only.
 */
export interface Seat {
  /**
   * Identity.
   */
  seatId: string
  /**
   * The pseudonym that stands on the cards.
   */
  hand: string
  /**
   * What the others call them.
   */
  name: string
  /**
   * From which perspective they take part; empty for another.
   */
  perspective: string
  /**
   * The personal word that leads back to the seat from another device; given once, when the seat is taken.
   */
  word: string | null
  /**
   * The workshop, as the board sees it.
   */
  state: WorkshopState
}

/**
 * A remark in the chain.
 */
export interface ChainRemark {
  /**
   * The point of view; null for those who run the panel.
   */
  perspective: string | null
  /**
   * What it said.
   */
  text: string
  /**
   * Words proposed, or null.
   */
  proposal: string | null
  /**
   * When.
   */
  at: string
  /**
   * What became of it.
   */
  outcome: 'accepted' | 'changed' | 'declined'
  /**
   * Why.
   */
  reason: string
}

/**
 * A change in the chain.
 */
export interface ChainAmendment {
  /**
   * When.
   */
  at: string
  /**
   * The words before.
   */
  former: string
  /**
   * The words after.
   */
  wording: string
  /**
   * Why.
   */
  reason: string
  /**
   * Confirmed as editorial.
   */
  isEditorial: boolean
}

/**
 * Where a published sentence comes from and who stands behind it: cards, remarks, changes, positions, decision. By perspective, never by name.
 */
export interface SentenceChain {
  /**
   * The item.
   */
  itemId: string
  /**
   * Its number.
   */
  number: string
  /**
   * Its words.
   */
  wording: string
  /**
   * The workshops and cards behind it.
   */
  origins: Provenance[]
  /**
   * Remarks and proposals, and what became of them.
   */
  remarks: ChainRemark[]
  /**
   * How the panel changed it.
   */
  amendments: ChainAmendment[]
  /**
   * How the perspectives stood when it was decided; null where no panel has decided.
   */
  tally: ItemTally | null
  /**
   * Disagreements that stand with it.
   */
  dissents: Dissent[]
  /**
   * The decision; null where no panel has decided.
   */
  decision: Decision | null
  /**
   * As the installation calls them.
   */
  perspectives: Perspective[]
}

/**
 * Who is signed in here.
 */
export interface Session {
  /**
   * The person, or null.
   */
  person: SessionPerson | null
  settings: PublicSettings
  /**
   * What the asking person may do.
   */
  abilities: Abilities
  /**
   * Whether a passkey is waited for before anybody is signed in.
   */
  secondStep: boolean
}
/**
 * The signed-in person.
 */
export interface SessionPerson {
  /**
   * Pseudonymous id.
   */
  id: string
  /**
   * Name.
   */
  name: string
}
/**
 * What the installation has chosen, as far as everybody may know.
 */
export interface PublicSettings {
  /**
   * What the installation is called.
   */
  name: string
  /**
   * Label of the third category.
   */
  thirdCategory: 'responsibilityAutonomy' | 'competences'
  /**
   * How outcomes begin in a new profile.
   */
  outcomeStem: string
}

/**
 * A part of a number, rounded up: two thirds of eleven are eight.
 */
export interface Share {
  /**
   * Above the line.
   */
  numerator: number
  /**
   * Below it.
   */
  denominator: number
}

/**
 * A piece of personal suitability (personlig lämplighet), with the reason in the work. It is never assessed.
 */
export interface SuitabilityItem {
  /**
   * Stable id: it survives edits, moves and versions.
   */
  id: string
  /**
   * What one can see the person do.
   */
  text: string
  /**
   * What in the work calls for it.
   */
  reason: string
  /**
   * The wording in easy Swedish and other languages.
   *
   * @maxItems 100
   */
  variants?: TextVariant[]
}

/**
 * A position that a member has taken.
 */
export interface TakenPosition {
  /**
   * The act by which they took it; the next one says which it replaces.
   */
  actId: string
  /**
   * On a part or on an item.
   */
  scope: 'part' | 'item'
  /**
   * The part's or item's id.
   */
  itemId: string
  /**
   * Of the words that they saw.
   */
  hash: string
  /**
   * What they say; null when they have taken it back.
   */
  position: PositionKind | null
  /**
   * Why; may be empty.
   */
  reason: string
  /**
   * When.
   */
  at: string
  /**
   * In which round.
   */
  round: number
  /**
   * Those are the words that stand, or differ from them by confirmed editorial changes only.
   */
  isCurrent: boolean
  /**
   * Entered in the room, by those who run the panel.
   */
  byCoordinator: boolean
}

/**
 * The same wording in easy Swedish or in another language. It carries the hash of the wording it was made from, so that it shows as stale when that wording changes.
 */
export interface TextVariant {
  /**
   * The field of the item that this is a variant of.
   */
  field: 'title' | 'purpose' | 'text' | 'reason' | 'explanation'
  /**
   * BCP 47 tag, for example sv-x-lattlast (easy Swedish) or en.
   */
  language: string
  /**
   * The variant's wording.
   */
  text: string
  /**
   * SHA-256, in hexadecimal, of the wording that the variant was made from.
   */
  madeFrom: string
}

/**
 * How a panel decides, as data. It is copied into a review when that opens, and does not change from then on.
 */
export interface VotingRule {
  /**
   * What it is called: consensus, two thirds and consent come with the product.
   */
  name: 'consensus' | 'twoThirds' | 'consent' | 'own'
  quorum: Quorum
  majority: Majority
  blocking: Blocking
  /**
   * An abstention stands aside, and is not counted among those of whom a majority is asked; or it counts against.
   */
  abstention: 'aside' | 'against'
  /**
   * Whether positions are open to the panel, or hidden until the review closes.
   */
  visibility: 'open' | 'hidden'
}
/**
 * How many must have answered; whoever abstains has answered.
 */
export interface Quorum {
  /**
   * Of all who may take a position.
   */
  inAll: Share
  /**
   * Of each perspective, at least; one that has fewer must all have answered.
   */
  perPerspective: number
}
/**
 * How many must agree.
 */
export interface Majority {
  /**
   * Of all; null where nobody has to.
   */
  inAll: Share | null
  /**
   * Of each perspective; null where none has to.
   */
  perPerspective: Share | null
}
/**
 * Who can stop a decision by disagreeing.
 */
export interface Blocking {
  /**
   * Nobody, any member, or the members of certain perspectives.
   */
  who: 'nobody' | 'anyMember' | 'perspectives'
  /**
   * Which; empty unless so said.
   *
   * @maxItems 40
   */
  perspectives: string[]
}

/**
 * A word of the trade (yrkesspråk) with a plain explanation.
 */
export interface WordListEntry {
  /**
   * Stable id: it survives edits, moves and versions.
   */
  id: string
  /**
   * The word or abbreviation as people say it.
   */
  term: string
  /**
   * What it means, in everyday words.
   */
  explanation: string
  /**
   * The term in other languages.
   *
   * @maxItems 100
   */
  translations: Translation[]
  /**
   * The explanation in easy Swedish and other languages.
   *
   * @maxItems 100
   */
  variants?: TextVariant[]
}
/**
 * The term in one language.
 */
export interface Translation {
  /**
   * BCP 47 tag of the language.
   */
  language: string
  /**
   * The term in that language.
   */
  text: string
}

/**
 * The time that is left of a phase, by the server's clock.
 */
export interface Clock {
  /**
   * How long it was set for, in milliseconds.
   */
  ofMs: number
  /**
   * When it runs out; null while it stands still.
   */
  endsAt: string | null
  /**
   * What is left while it stands still; null while it runs.
   */
  leftMs: number | null
}

/**
 * Something said to all.
 */
export interface Message {
  /**
   * The words.
   */
  text: string
  /**
   * When.
   */
  at: string
}

/**
 * Where a workshop is just now: what the facilitator does with all groups at once.
 */
export interface WorkshopConduct {
  /**
   * The phase that all are in.
   */
  phase: Phase
  /**
   * The time left; null where none is set.
   */
  clock: Clock | null
  /**
   * What the facilitator says to all; null when nothing has been said.
   */
  message: Message | null
}

/**
 * A profile's workshops, latest first.
 */
export interface WorkshopList {
  /**
   * The workshops.
   */
  items: Workshop[]
}

/**
 * One device of a participant.
 */
export interface Device {
  /**
   * Which one.
   */
  id: string
  /**
   * Whether it is connected now.
   */
  isConnected: boolean
  /**
   * When it was last heard of.
   */
  seenAt: string
  /**
   * How many changes it last said that it had not sent yet.
   */
  waiting: number
}

/**
 * Somebody in a group, as the facilitator sees them.
 */
export interface Participant {
  /**
   * The seat.
   */
  seatId: string
  /**
   * What the others call them.
   */
  name: string
  /**
   * From which perspective.
   */
  perspective: string
  /**
   * Whether one of their devices is connected now.
   */
  presence: 'here' | 'away' | 'never'
  /**
   * Whether they have said that they are ready with the phase that all are in.
   */
  isReady: boolean
  /**
   * When the first of those of their devices came that are connected now, else of all; null when none has come. Whoever has been away for half an hour has come anew.
   */
  cameAt: string | null
  /**
   * When they last changed anything; null when they have not.
   */
  wroteAt: string | null
  /**
   * Their devices.
   */
  devices: Device[]
}

/**
 * A group at a glance.
 */
export interface GroupOverview {
  /**
   * The group.
   */
  groupId: string
  /**
   * Those who have a seat.
   */
  participants: Participant[]
  cards: CardCounts
  /**
   * Cards that lie in no theme.
   */
  unsorted: number
  /**
   * The themes, in their order.
   */
  themes: ThemeCount[]
  /**
   * Cards on which it is clear whether they are needed.
   */
  decided: number
  /**
   * Worded outcomes.
   */
  outcomes: number
  /**
   * Worded criteria.
   */
  criteria: number
}
/**
 * Cards by kind.
 */
export interface CardCounts {
  /**
   * Knowledge.
   */
  knowledge: number
  /**
   * Skills.
   */
  skills: number
  /**
   * Responsibility and autonomy.
   */
  responsibilityAutonomy: number
  /**
   * Personal suitability.
   */
  suitability: number
}

/**
 * A theme, and how much lies in it.
 */
export interface ThemeCount {
  /**
   * What the group calls it.
   */
  title: string
  /**
   * Cards in it.
   */
  cards: number
  /**
   * Worded outcomes in it.
   */
  outcomes: number
}

/**
 * All groups of a workshop at a glance, for those who lead it and for the wall.
 */
export interface WorkshopOverview {
  /**
   * The workshop.
   */
  workshop: Workshop
  /**
   * Where it is just now.
   */
  conduct: WorkshopConduct
  /**
   * The groups, in their order.
   */
  groups: GroupOverview[]
  /**
   * The server's clock.
   */
  now: string
}

/**
 * Somebody in a group, as the group sees them.
 */
export interface Member {
  /**
   * The seat.
   */
  seatId: string
  /**
   * What the others call them.
   */
  name: string
  /**
   * From which perspective they take part; empty for another than those listed.
   */
  perspective: string
}

/**
 * What a board needs to know of its workshop. A browser keeps it, so that the board opens without a network.
 */
export interface WorkshopState {
  /**
   * The workshop.
   */
  workshopId: string
  /**
   * What it is called.
   */
  name: string
  /**
   * The profile that it works on.
   */
  profileTitle: string
  /**
   * What is asked.
   */
  question: string
  /**
   * The day it is held.
   */
  date: string
  /**
   * The phases in their order.
   */
  phases: PlannedPhase[]
  /**
   * What is shown of who wrote what.
   */
  anonymity: Anonymity
  /**
   * Whether it goes on.
   */
  status: 'open' | 'ended'
  /**
   * Whether it is a rehearsal.
   */
  isRehearsal: boolean
  /**
   * Where it is just now.
   */
  conduct: WorkshopConduct
  group: OwnGroup
  /**
   * Those who have a seat in the group, in the order in which they came.
   */
  members: Member[]
  /**
   * Whose seat each hand is, in phases in which names are shown; otherwise empty.
   */
  authors: {
    [k: string]: string
  }
  /**
   * How outcomes begin, for example "Deltagaren kan".
   */
  outcomeStem: string
  /**
   * What the third category is called.
   */
  thirdCategory: 'responsibilityAutonomy' | 'competences'
  /**
   * The perspectives that one can take part from.
   */
  perspectives: Perspective[]
  /**
   * The server's clock, to set one's own by.
   */
  now: string
}
/**
 * The group of the board.
 */
export interface OwnGroup {
  /**
   * Identity.
   */
  id: string
  /**
   * Its number.
   */
  number: number
  /**
   * Where it sits.
   */
  place: string
  /**
   * How many can be in it.
   */
  seats: number
  /**
   * The six signs that lead into it.
   */
  code: string
}

/**
 * A group with a board of its own.
 */
export interface WorkshopGroup {
  /**
   * Identity; the board has the same.
   */
  id: string
  /**
   * Its number in the workshop, from 1.
   */
  number: number
  /**
   * Where it sits, in the facilitator's words; may be empty.
   */
  place: string
  /**
   * How many can be in it; five or six is best.
   */
  seats: number
  /**
   * How many have come.
   */
  taken: number
  /**
   * The six signs that lead into it.
   */
  code: string
}

/**
 * A workshop that works on a profile's draft, as those who lead it see it.
 */
export interface Workshop {
  /**
   * Identity.
   */
  id: string
  /**
   * The profile that it works on.
   */
  profileSlug: string
  /**
   * What the profile is called.
   */
  profileTitle: string
  /**
   * What the workshop is called.
   */
  name: string
  /**
   * The day it is held.
   */
  date: string
  /**
   * What is asked.
   */
  question: string
  /**
   * The phases in their order, with their time.
   *
   * @minItems 1
   * @maxItems 5
   */
  phases: PlannedPhase[]
  /**
   * What is shown of who wrote what.
   */
  anonymity: Anonymity
  /**
   * A rehearsal with made-up participants: nothing of it can come into the draft.
   */
  isRehearsal: boolean
  /**
   * Its groups.
   */
  groups: WorkshopGroup[]
  /**
   * Open from the day it is planned; ended when the facilitator says so, or its codes have run out.
   */
  status: 'open' | 'ended'
  /**
   * When the codes stop leading in.
   */
  codesUntil: string
  /**
   * When it was planned.
   */
  createdAt: string
  /**
   * When the facilitator ended it; null while it goes on.
   */
  endedAt: string | null
  /**
   * What the asker may do with its profile.
   */
  abilities: Abilities
  /**
   * The perspectives that one can take part from.
   */
  perspectives: Perspective[]
}
