import type { Route } from '../route.ts'
import { accountRoutes } from './account.ts'
import { compilationRoutes } from './compilations.ts'
import { draftRoutes } from './drafts.ts'
import { editionRoutes } from './editions.ts'
import { findingRoutes } from './findings.ts'
import { historyRoutes } from './history.ts'
import { importRoutes } from './imports.ts'
import { installationRoutes } from './installation.ts'
import { itemRoutes } from './items.ts'
import { liveRoutes } from './live.ts'
import { metaRoutes } from './meta.ts'
import { panelDecisionRoutes } from './panel-decision.ts'
import { panelMeetingRoutes } from './panel-meetings.ts'
import { panelWorkRoutes } from './panel-work.ts'
import { organisationRoutes } from './organisations.ts'
import { peopleRoutes } from './people.ts'
import { printRoutes } from './prints.ts'
import { profileRoutes } from './profiles.ts'
import { reviewEntranceRoutes } from './review-entrance.ts'
import { reviewPaperRoutes } from './review-papers.ts'
import { leadingRoutes } from './reviews.ts'
import { seatRoutes } from './seats.ts'
import { sessionRoutes } from './session.ts'
import { watchRoutes } from './watch-workshop.ts'
import { workshopPrintRoutes } from './workshop-prints.ts'
import { workshopRoutes } from './workshops.ts'

/*
 * The URL map of /api/v1:
 *
 *   /profiles                                      what is published, and drafts for those who edit them
 *   /profiles/{slug}
 *   /profiles/{slug}/editions                      published versions; POST publishes the draft
 *   /profiles/{slug}/editions/{version}            …/pdf  …/file  …/diff/{other}
 *   /profiles/{slug}/draft                         the live draft; POST starts it from a version; …/pdf  …/file
 *   /profiles/{slug}/draft/modules                 …/outcomes  …/criteria  …/suitability-items  …/words
 *   /profiles/{slug}/draft/modules/{itemId}        read, change, remove; …/move moves
 *   /profiles/{slug}/draft/taken-modules           link or copy a published module of another profile
 *   /profiles/{slug}/draft/findings                the language coach
 *   /profiles/{slug}/draft/publication-proposals   the version that would follow, and why
 *   /profiles/{slug}/draft/announcements           what happens to it, live
 *   /profiles/{slug}/history                       who changed what, when and why
 *   /profiles/{slug}/history/{seq}/explanation     says afterwards why
 *   /profiles/{slug}/workshops                     workshops on the draft; POST plans one
 *   /workshops/{workshopId}                        …/groups  …/seats  …/phase  …/clock  …/message  …/overview  …/sheets  …/minutes  …/end
 *   /workshops/{workshopId}/compilation            the groups' results side by side; …/rows/{rowId} decides about one; …/groups/{groupId}/replay
 *   /profiles/{slug}/draft/origins                 where items come from; …/{itemId}
 *   /join/{code}   /seats   /seat                  for participants, who have no account
 *   /profiles/{slug}/reviews                       POST submits the draft to a panel; /reviews are one's own
 *   /reviews/{reviewId}                            …/composition  …/rule  …/rounds  …/turn  …/members  …/withdrawal  …/announcements
 *   /reviews/{reviewId}/text                       …/amendments  …/rulings  …/hand-out
 *   /reviews/{reviewId}/desk                       …/positions  …/remarks  …/ratings  …/me/name: what a member does
 *   /reviews/{reviewId}/tally                      …/entered-positions  …/reminders
 *   /reviews/{reviewId}/meetings/{meetingId}       …/summons  …/reminders  …/attendance  …/presence  …/conduct  …/calendar
 *   /reviews/{reviewId}/closing                    …/recall  …/edition  …/minutes
 *   /profiles/{slug}/editions/{version}/chain/{itemId}   where a sentence comes from
 *   /imports                                       a profile from a file
 *   /session                                       …/password  …/passkey: ways in; /sign-in-links asks for one by mail
 *   /account                                       one's own: sessions, passkeys, password, everything held
 *   /people/{personId}                             for administrators; …/roles  …/sign-in-links  …/ways-in  …/data
 *   /organisations/{organisationId}                and /profiles/{slug}/organisation
 *   /installation                                  settings, logo, status, jobs, mails, what expires
 *   /log                                           all that has happened; …/file as it is sealed
 *   /api-info   /openapi.json
 */
export const ROUTES: readonly Route[] = [
  ...profileRoutes,
  ...editionRoutes,
  ...printRoutes,
  ...draftRoutes,
  ...itemRoutes,
  ...findingRoutes,
  ...liveRoutes(),
  ...historyRoutes,
  ...workshopRoutes,
  ...watchRoutes,
  ...workshopPrintRoutes,
  ...seatRoutes,
  ...compilationRoutes,
  ...reviewEntranceRoutes,
  ...reviewPaperRoutes,
  ...leadingRoutes,
  ...panelWorkRoutes,
  ...panelMeetingRoutes,
  ...panelDecisionRoutes,
  ...importRoutes,
  ...sessionRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...organisationRoutes,
  ...installationRoutes,
  ...metaRoutes(() => ROUTES),
]
