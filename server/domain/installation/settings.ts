import type { ChangeSettings, InstallationSettings } from '../../../schemas/types.ts'
import fallback from './default-settings.json' with { type: 'json' }

/** What holds until somebody has chosen. */
export const DEFAULT_SETTINGS = fallback as InstallationSettings

/** What has been chosen, with the default for what has not: settings that are newer than the choice among them. */
export function settingsFrom(chosen: string | undefined): InstallationSettings {
  return { ...DEFAULT_SETTINGS, ...(chosen === undefined ? {} : (JSON.parse(chosen) as ChangeSettings)) }
}
