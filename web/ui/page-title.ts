import type { Session } from '../../schemas/types.ts'

/** What the window is called: the page, and the installation by the name that it has been given. */
export function titlePage(title: string, { settings }: Session): void {
  document.title = `${title} – ${settings.name}`
}
