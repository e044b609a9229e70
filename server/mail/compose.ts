import type { Locale } from '../i18n/catalogue.ts'
import type { MailKind } from '../storage/people-port.ts'
import { setAsHtml, setAsText, type Block } from './blocks.ts'
import { oneLine } from './one-line.ts'
import { mailText } from './texts.ts'

/** Who sends: the name of the installation, where it is, and where its administrators are reached (empty: nowhere). */
export type Installation = { readonly name: string; readonly baseUrl: string; readonly contactEmail: string }
export type MailValues = Readonly<Record<string, string>>
export type Composed = { readonly subject: string; readonly text: string; readonly html: string }

/**
 * A mail in words. The kinds take values of their own: sign-in-link `address` and `minutes`; invitation `address` and
 * `hours`; rights-changed `rights`, a line for each role that the person has now, empty for none. Throws when one
 * is missing, or when an address is not http.
 */
export function compose(
  kind: MailKind,
  locale: Locale,
  values: MailValues,
  { name, baseUrl, contactEmail }: Installation,
): Composed {
  const installation = oneLine(name)
  const subject = mailText(locale, `subject.${kind}`, { installation })
  const blocks = BODIES[kind]({ locale, installation, baseUrl, values })
  const footer = [
    mailText(locale, 'sender', { installation, address: oneLine(baseUrl) }),
    ...(contactEmail ? [mailText(locale, 'contact', { address: oneLine(contactEmail) })] : []),
  ]
  return {
    subject,
    text: setAsText(blocks, footer),
    html: setAsHtml(blocks, footer, { locale, title: subject }),
  }
}

type Body = (about: {
  readonly locale: Locale
  readonly installation: string
  readonly baseUrl: string
  readonly values: MailValues
}) => readonly Block[]

const BODIES: Record<MailKind, Body> = {
  'sign-in-link': ({ locale, installation, values }) => [
    paragraph(mailText(locale, 'signInLink.lead', { installation })),
    link(locale, mailText(locale, 'signInLink.action'), needed(values, 'address')),
    paragraph(mailText(locale, 'signInLink.confirm')),
    paragraph(
      mailText(locale, 'signInLink.ends', { time: duration(locale, Number(needed(values, 'minutes'))) }),
    ),
    paragraph(mailText(locale, 'signInLink.keep')),
    paragraph(mailText(locale, 'signInLink.unasked')),
  ],
  invitation: ({ locale, installation, values }) => [
    paragraph(mailText(locale, 'invitation.lead', { installation })),
    link(locale, mailText(locale, 'invitation.action'), needed(values, 'address')),
    paragraph(mailText(locale, 'invitation.confirm')),
    paragraph(
      mailText(locale, 'invitation.ends', { time: duration(locale, 60 * Number(needed(values, 'hours'))) }),
    ),
    paragraph(mailText(locale, 'invitation.keep')),
    paragraph(mailText(locale, 'invitation.unasked')),
  ],
  'rights-changed': ({ locale, installation, baseUrl, values }) => {
    const rights = needed(values, 'rights').split('\n').map(oneLine).filter(Boolean)
    const wonder = paragraph(mailText(locale, 'rightsChanged.wonder'))
    if (rights.length === 0) {
      return [paragraph(mailText(locale, 'rightsChanged.nothing', { installation })), wonder]
    }
    return [
      paragraph(mailText(locale, 'rightsChanged.lead', { installation })),
      { kind: 'list', items: rights },
      link(locale, mailText(locale, 'rightsChanged.action', { installation }), `${baseUrl}/verkstad`),
      paragraph(mailText(locale, 'rightsChanged.again')),
      wonder,
    ]
  },
  test: ({ locale, installation }) => [paragraph(mailText(locale, 'test.lead', { installation }))],
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** An address can be as good as a password, and URL's own error would repeat it, for the log to keep. */
function link(locale: Locale, label: string, address: string): Block {
  if (!/^https?:/u.test(address) || !URL.canParse(address)) throw new Error('the link is no web address')
  return { kind: 'link', label, address: new URL(address).href, copy: mailText(locale, 'copy') }
}

function needed(values: MailValues, name: string): string {
  const value = values[name]
  if (value === undefined) throw new Error(`the mail says ${name}, and was given none`)
  return value
}

/** A time in the largest unit that it comes out even in. */
function duration(locale: Locale, minutes: number): string {
  const [unit, count] =
    minutes % 1440 === 0
      ? (['days', minutes / 1440] as const)
      : minutes % 60 === 0
        ? (['hours', minutes / 60] as const)
        : (['minutes', minutes] as const)
  return mailText(locale, `${unit}.${count === 1 ? 'one' : 'other'}`, { count })
}
