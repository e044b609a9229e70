/** Makes the browser save an answer under that name. Names are made of slugs and versions, so nothing needs escaping. */
export function attachment(name: string): { 'content-disposition': string } {
  return { 'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/gu, '-')}"` }
}
