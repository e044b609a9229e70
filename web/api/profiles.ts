import type {
  Edition,
  EditionSummary,
  History,
  ImportReport,
  ProfileList,
  ProfileSummary,
  PublishEdition,
  Session,
} from '../../schemas/types.ts'
import { ask } from './http-client.ts'

export function readSession(): Promise<Session> {
  return ask('GET', '/session')
}

export function listProfiles(): Promise<ProfileList> {
  return ask('GET', '/profiles?limit=100')
}

export function readProfile(slug: string): Promise<ProfileSummary> {
  return ask('GET', `/profiles/${slug}`)
}

export function createProfile(title: string): Promise<ProfileSummary> {
  return ask('POST', '/profiles', { body: { title } })
}

export function importProfile(file: unknown): Promise<ImportReport> {
  return ask('POST', '/imports', { body: { file, published: null } })
}

export function readEdition(slug: string, version: string): Promise<Edition> {
  return ask('GET', `/profiles/${slug}/editions/${version}`)
}

export function publishEdition(
  slug: string,
  revision: number,
  publication: PublishEdition,
): Promise<EditionSummary> {
  return ask('POST', `/profiles/${slug}/editions`, { body: publication, ifMatch: `"r${revision}"` })
}

export function readHistory(slug: string, page: number): Promise<History> {
  return ask('GET', `/profiles/${slug}/history?limit=100&page=${page}`)
}

export function explainChange(slug: string, seq: number, text: string): Promise<void> {
  return ask('POST', `/profiles/${slug}/history/${seq}/explanation`, { body: { text } })
}
