import type {
  ChangeSettings,
  InstallationSettings,
  InstallationStatus,
  LogPage,
  OutboxPage,
  RetentionPreview,
} from '../../schemas/types.ts'
import { ask } from './http-client.ts'

export function readSettings(): Promise<InstallationSettings> {
  return ask('GET', '/installation/settings')
}

export function changeSettings(fields: ChangeSettings): Promise<InstallationSettings> {
  return ask('PATCH', '/installation/settings', { body: fields })
}

export function putUpLogo(picture: Blob): Promise<void> {
  return ask('PUT', '/installation/logo', { body: picture })
}

export function takeDownLogo(): Promise<void> {
  return ask('DELETE', '/installation/logo')
}

export function readStatus(): Promise<InstallationStatus> {
  return ask('GET', '/installation/status')
}

export function runJob(name: 'backup' | 'tidy'): Promise<void> {
  return ask('POST', `/installation/jobs/${name}/runs`)
}

export function previewTidying(): Promise<RetentionPreview> {
  return ask('GET', '/installation/expiring')
}

export function readOutbox(page: number): Promise<OutboxPage> {
  return ask('GET', `/installation/mails?limit=50&page=${page}`)
}

export function sendTestMail(): Promise<void> {
  return ask('POST', '/installation/mails')
}

export function resendMail(mailId: string): Promise<void> {
  return ask('POST', `/installation/mails/${mailId}/resendings`)
}

/** What the log is searched by; what is left out does not narrow. Times are RFC 3339. */
export type LogQuery = {
  readonly person?: string
  readonly profile?: string
  readonly from?: string
  readonly before?: string
}

export function searchLog(query: LogQuery, page: number): Promise<LogPage> {
  return ask('GET', `/log?${new URLSearchParams({ ...query, limit: '50', page: String(page) })}`)
}
