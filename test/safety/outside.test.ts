import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { repositoryRoot } from '../../server/repository-root.ts'
import { elementsOf } from '../support/read-html.ts'
import { talkTo } from '../support/talk.ts'
import { startTestApp } from '../support/test-app.ts'
import { buildWorld } from '../support/world.ts'

/* Nothing that runs calls home, and no page loads anything from another host. The same in a browser, with all else blocked, is a journey. */

const root = repositoryRoot()
const built = path.join(root, 'dist', 'web')

function filesIn(folder: string, endings: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.test(file))
    .map((file) => path.join(folder, file))
}
const read = (file: string) => readFileSync(file, 'utf8')
const nameOf = (file: string) => path.relative(root, file)

/** Hosts that stand in what is built, and are never asked for anything. */
const ONLY_NAMED: Readonly<Record<string, string>> = {
  'www.w3.org': 'names of SVG and XHTML',
  'fontawesome.com': 'licence comments in drawings of the component library',
  'webawesome.com': 'comments that lead to the component library’s handbook',
  'simplewebauthn.dev': 'a word of advice to programmers in an error text',
  'github.com': 'comments that lead to an issue',
  'issues.chromium.org': 'comments that lead to an issue',
  'lit.dev': 'words of advice to programmers in warnings',
  // The component library's own icons, which the next test sees to that nobody asks for.
  'ka-f.fontawesome.com': 'where its default icons would come from',
  'ka-p.fontawesome.com': 'where its default icons would come from',
}

describe('what the browser is given', () => {
  const files = filesIn(built, /\.(?:html|js|css|svg)$/u)

  test('is built', () => expect(files.length).toBeGreaterThan(5))

  test.each(files.map((file) => [nameOf(file), file]))('%s names no host that is not known', (_, file) => {
    const hosts = [...read(file).matchAll(/(?:https?|wss?):\/\/([\w.-]+)/gu)].map(([, host = '']) => host)
    expect(hosts.filter((host) => !(host in ONLY_NAMED))).toEqual([])
  })

  test.each(files.map((file) => [nameOf(file), file]))('%s loads from nowhere else', (_, file) => {
    const text = read(file)
    const loaded = [
      ...text.matchAll(/url\(\s*["']?([^"')\s]+)/gu),
      ...text.matchAll(/@import\s*(?:url\()?["']([^"']+)/gu),
      ...text.matchAll(/\b(?:src|srcset|poster|href)=["']([^"'$]+)/gu),
      ...text.matchAll(
        /\b(?:import|importScripts|fetch|EventSource|WebSocket|sendBeacon|Worker)\(\s*["'`]([^"'`$]+)/gu,
      ),
      ...text.matchAll(/\bfrom\s*["']([^"']+)["']/gu),
    ].map(([, address = '']) => address)
    expect(loaded.filter((address) => /^(?:[a-z]+:)?\/\//iu.test(address))).toEqual([])
  })

  test('has its icons at home: the component library’s own names for icons are answered from the bundle', () => {
    const registered = read(path.join(root, 'web/components.ts'))
    expect(registered).toContain('registerIconLibrary(')
    for (const library of ['default', 'system']) expect(registered).toContain(`'${library}'`)
    const named = filesIn(path.join(root, 'web'), /\.ts$/u).flatMap((file) =>
      [...read(file).matchAll(/<wa-icon[^>]*library="(\w+)"/gu)].map(([, library]) => library),
    )
    expect(named.filter((library) => library !== 'default' && library !== 'system')).toEqual([])
  })
})

describe('the program', () => {
  test.each<[RegExp, string, string[]]>([
    [
      /\bfetch\(|from 'openid-client'/u,
      'asks other hosts',
      ['server/people/open-id-refusal.ts', 'server/people/open-id.ts'],
    ],
    [/from 'nodemailer/u, 'sends mail', ['server/mail/smtp.ts']],
    [/^import (?!type).*from 'node:(?:https|http2|tls|dgram|dns)/mu, 'opens other connections', []],
    [
      /^import (?!type).*\b(?:request|get|connect|createConnection)\b.*from 'node:(?:http|net)'/mu,
      'opens plain ones',
      [],
    ],
  ])('by %s, %s in these files alone', (sign, _, files) => {
    const found = filesIn(path.join(root, 'server'), /\.ts$/u).filter((file) => sign.test(read(file)))
    expect(found.map(nameOf).toSorted()).toEqual(files)
  })

  test('opens no connection to anybody while people read, write, publish and print', async () => {
    const opened: Socket[] = []
    const near = new Set<Socket>()
    const note = (message: unknown) => {
      const { socket } = message as { socket: Socket }
      opened.push(socket)
      socket.once('connect', () => socket.remoteAddress === '127.0.0.1' && near.add(socket))
    }
    const world = await buildWorld()
    const app = await startTestApp({}, world.copy())
    const talk = await talkTo(app.app)
    const secret = world.visitors.find(({ name }) => name === 'administrator of everything')?.secret
    subscribe('net.client.socket', note)
    for (const place of PLACES) {
      await talk.ask({
        method: 'GET',
        path: place,
        headers: { accept: '*/*', cookie: `profilverkstad=${secret}` },
      })
    }
    unsubscribe('net.client.socket', note)
    expect(near.size).toBeGreaterThan(0) // our own
    expect(opened.filter((socket) => !near.has(socket))).toEqual([])
    await talk.close()
    await app.close()
    world.remove()
  })

  test('makes no page that loads, or sends a form, anywhere but here', async () => {
    const world = await buildWorld()
    const app = await startTestApp({}, world.copy())
    const talk = await talkTo(app.app)
    const secret = world.visitors.find(({ name }) => name === 'administrator of everything')?.secret
    for (const place of PLACES.filter((each) => !each.startsWith('/api/'))) {
      for (const cookie of ['', `profilverkstad=${secret}`]) {
        const { text } = await talk.ask({
          method: 'GET',
          path: place,
          headers: { accept: 'text/html', cookie },
        })
        if (place === '/verkstad') continue // built, and seen to above
        const loading = elementsOf(text).filter(({ name }) => name !== 'a')
        const addresses = loading.flatMap(({ name, attributes: { src, href, action, rel = '' } }) =>
          name === 'link' && /canonical|alternate/u.test(rel) ? [] : [src, href, action],
        )
        const outside = addresses.filter((each) => each && /^(?:[a-z]+:)?\/\//iu.test(each))
        expect([place, outside]).toEqual([place, []])
      }
    }
    await talk.close()
    await app.close()
    world.remove()
  })
})

const PLACES = [
  '/',
  '/en/',
  '/profiler/published',
  '/profiler/published/versioner',
  '/v/published/1.0.0',
  '/sa-arbetar-vi',
  '/integritet',
  '/tillganglighet',
  '/logga-in',
  '/konto/uppgifter',
  '/verkstad',
  '/api',
  '/borta',
  '/api/v1/openapi.json',
  '/api/v1/profiles/revised/draft/findings',
  '/api/v1/profiles/published/editions/1.0.0/pdf',
]
