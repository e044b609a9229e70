import { writeCalendarFile } from '../../exchange/calendar/write-invitation.ts'
import { ruleInWords } from '../../domain/review/in-words/rule-in-words.ts'
import { readReview } from '../../usecases/review/describe-review.ts'
import { readChain } from '../../usecases/review/read-chain.ts'
import { readHandOut } from '../../usecases/review/read-hand-out.ts'
import { readPanelRecord } from '../../usecases/review/read-panel-record.ts'
import { ProblemError } from '../../problems.ts'
import { text } from '../../i18n/text.ts'
import { attachment } from '../attachment.ts'
import { route } from '../route.ts'
import { minutesFrom } from './panel-minutes.ts'
import { languageOf, PDF, PRINT_LANGUAGE, sendPrint, takePrint } from './send-print.ts'

/** What comes of a review to keep: on paper, in a calendar, and behind a published sentence. */
export const reviewPaperRoutes = [
  route({
    method: 'get',
    path: '/reviews/{reviewId}/meetings/{meetingId}/calendar',
    id: 'readMeetingCalendar',
    summary: 'A meeting as a file for a calendar',
    access: 'anyone-signed-in',
    answer: { status: 200, description: 'The file', mediaType: 'text/calendar' },
    problems: ['review-not-found', 'meeting-not-found'],
    async handle({ asker, params: { reviewId = '', meetingId = '' }, locale }, { deps, installation }) {
      const review = await readReview(deps, asker, reviewId)
      const meeting = review.meetings.find(({ id }) => id === meetingId)
      if (!meeting) throw new ProblemError('meeting-not-found')
      const { name, contactEmail, mail, baseUrl } = installation.setup()
      const file = writeCalendarFile({
        uid: `${meeting.id}@profilverkstad`,
        sequence: meeting.sequence,
        startsAt: meeting.startsAt,
        endsAt: meeting.endsAt,
        stampedAt: review.now,
        summary: text(locale, 'panel.meeting', { title: review.profileTitle }),
        description: meeting.material,
        location: [meeting.place, meeting.video].filter(Boolean).join(', '),
        url: `${baseUrl}/panel/${reviewId}`,
        organizer: { name, email: contactEmail || (mail?.from ?? 'panel@localhost') },
      })
      return {
        headers: { ...attachment('panelmote.ics'), 'content-type': 'text/calendar; charset=utf-8' },
        send: (response) => void response.end(file),
      }
    },
  }),
  route({
    method: 'get',
    path: '/reviews/{reviewId}/hand-out',
    id: 'printHandOut',
    summary: 'The text for the panel with line numbers and a column for remarks, as PDF',
    access: 'anyone-signed-in',
    query: PRINT_LANGUAGE,
    answer: { status: 200, description: 'The PDF', mediaType: PDF },
    problems: ['review-not-found'],
    async handle(request, context) {
      takePrint(request, context)
      const { deps, installation, press } = context
      const locale = languageOf(request)
      const handOut = await readHandOut(deps, request.asker, request.params.reviewId ?? '')
      const { profile, round, frozenAt, changes, meeting, rule, perspectives, seats, reviewId } = handOut
      const print = await press.printHandout(
        {
          profile,
          round,
          frozenAt,
          changes,
          meeting,
          ruleSentences: ruleInWords(rule, perspectives, seats, locale),
          address: `${installation.setup().baseUrl}/panel/${reviewId}`,
          printedAt: deps.now().toISOString(),
        },
        locale,
      )
      return sendPrint(request, print, 'panelens-underlag.pdf')
    },
  }),
  route({
    method: 'get',
    path: '/reviews/{reviewId}/minutes',
    id: 'printPanelMinutes',
    summary: 'The minutes of a panel, as PDF; names only of those who have agreed',
    access: 'anyone-signed-in',
    query: PRINT_LANGUAGE,
    answer: { status: 200, description: 'The PDF', mediaType: PDF },
    problems: ['review-not-found', 'review-stage'],
    async handle(request, context) {
      takePrint(request, context)
      const locale = languageOf(request)
      const record = await readPanelRecord(context.deps, request.asker, request.params.reviewId ?? '')
      const minutes = minutesFrom(record, locale, context.deps.now().toISOString())
      return sendPrint(request, await context.press.printPanelMinutes(minutes, locale), 'panelprotokoll.pdf')
    },
  }),
  route({
    method: 'get',
    path: '/profiles/{slug}/editions/{version}/chain/{itemId}',
    id: 'readChain',
    summary: 'Where a published sentence comes from, and who stands behind it: by perspective, never by name',
    access: 'anyone',
    answer: { status: 200, description: 'The chain', schema: 'sentence-chain' },
    problems: ['profile-not-found', 'edition-not-found', 'item-not-found'],
    handle: async ({ params: { slug = '', version = '', itemId = '' } }, { deps }) => ({
      body: await readChain(deps, { slug, version, itemId }),
    }),
  }),
]
