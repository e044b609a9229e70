import type { InstallationSettings } from '../schemas/types.ts'
import type { Config } from './config.ts'
import { settingsFrom } from './domain/installation/settings.ts'
import { sha256 } from './seal.ts'
import type { Storage } from './storage/storage.ts'

export type Logo = {
  readonly bytes: Buffer
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly tag: string
}

/** How the program is set up as things stand: by its environment, and by what its administrators have chosen. */
export type Setup = Config & InstallationSettings & { readonly logo: Logo | null }

/** Keeps at hand what every page asks for. */
export type Installation = {
  readonly setup: () => Setup
  /** Reads again what has been chosen: at the start, after a change, and now and then for what others have changed. */
  readonly load: () => Promise<void>
}

export function openInstallation(storage: Storage, config: Config): Installation {
  let setup: Setup = { ...config, ...settingsFrom(undefined), logo: null }
  return {
    setup: () => setup,
    async load() {
      const [settings, logo] = await storage.read(async ({ installation }) => [
        settingsFrom(await installation.settings()),
        await installation.logo(),
      ])
      setup = { ...config, ...settings, logo: logo === undefined ? null : logoFrom(logo) }
    },
  }
}

function logoFrom(base64: string): Logo {
  const bytes = Buffer.from(base64, 'base64')
  const mediaType = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg'
  return { bytes, mediaType, tag: sha256(base64).slice(0, 16) }
}
