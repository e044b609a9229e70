import type { Locale } from '../i18n/catalogue.ts'
import type { MailKind } from '../storage/people-port.ts'
import { invitation, rightsChanged, signInLink, testMail } from './account-mails.ts'
import { setAsHtml, setAsText } from './blocks.ts'
import type { MailCalendar, MailValues, Occasion, Written } from './mail-parts.ts'
import { oneLine } from './one-line.ts'
import {
  compositionAnswered,
  compositionProposed,
  panelDecided,
  panelReminder,
  remarkSettled,
  reviewDue,
  reviewOpened,
} from './panel-mails.ts'
import { summons, summonsCancelled, summonsChanged } from './summons-mails.ts'
import { mailText } from './texts.ts'

/** Who sends: the name of the installation, where it is, and where its administrators are reached (empty: nowhere). */
export type Installation = { readonly name: string; readonly baseUrl: string; readonly contactEmail: string }
export type Composed = {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar?: MailCalendar
}

/** Each kind says what values it is written from. */
const MAILS: Record<MailKind, (occasion: Occasion) => Written> = {
  'sign-in-link': signInLink,
  invitation,
  'rights-changed': rightsChanged,
  test: testMail,
  summons,
  'summons-changed': summonsChanged,
  'summons-cancelled': summonsCancelled,
  'panel-reminder': panelReminder,
  'composition-proposed': compositionProposed,
  'composition-answered': compositionAnswered,
  'review-opened': reviewOpened,
  'remark-settled': remarkSettled,
  'review-due': reviewDue,
  'panel-decided': panelDecided,
}

/** A mail in words. Throws when a value that the kind is written from is missing, or when an address is not http. */
export function compose(
  kind: MailKind,
  locale: Locale,
  values: MailValues,
  { name, baseUrl, contactEmail }: Installation,
): Composed {
  const installation = oneLine(name)
  const { subject, blocks, calendar } = MAILS[kind]({ locale, installation, baseUrl, values })
  const footer = [
    mailText(locale, 'sender', { installation, address: oneLine(baseUrl) }),
    ...(contactEmail ? [mailText(locale, 'contact', { address: oneLine(contactEmail) })] : []),
  ]
  return {
    subject,
    text: setAsText(blocks, footer),
    html: setAsHtml(blocks, footer, { locale, title: subject }),
    ...(calendar ? { calendar } : {}),
  }
}
