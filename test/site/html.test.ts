import { assert, property, string } from 'fast-check'
import { fill, html, join, NOTHING, raw } from '../../server/site/html.ts'
import { unescape } from '../support/read-html.ts'

it.each([
  ['a text', html`<p>${'<b> & "x"'}</p>`, '<p>&lt;b&gt; &amp; &quot;x&quot;</p>'],
  ['an attribute', html`<a href="${`"'`}">x</a>`, '<a href="&quot;&#39;">x</a>'],
  ['a number', html`<p>${3}</p>`, '<p>3</p>'],
  ['nothing', html`<p>${false}${null}${undefined}${NOTHING}</p>`, '<p></p>'],
  ['a list', html`<p>${['a', html`<b>b</b>`, [1]]}</p>`, '<p>a<b>b</b>1</p>'],
  ['HTML within HTML', html`<p>${html`<b>${'<'}</b>`}</p>`, '<p><b>&lt;</b></p>'],
  ['HTML from elsewhere', html`<p>${raw('<i>x</i>')}</p>`, '<p><i>x</i></p>'],
  ['a sentence with gaps', fill('Läs {a} & {b}.', { a: html`<a>x</a>`, b: '<' }), 'Läs <a>x</a> &amp; &lt;.'],
  ['a gap without content', fill('Läs {a}.', {}), 'Läs .'],
  ['pieces with something between', join(['a', html`<b>c</b>`], ' < '), 'a &lt; <b>c</b>'],
])('%s is put in as %p', (_what, given, expected) => {
  expect(given.text).toBe(expected)
})

it('leaves out the line breaks of the code around it', () => {
  const page = html`
    <p>
      ${'a  b'}
      <b>c</b>
    </p>
  `
  expect(page.text).toBe('<p> a  b <b>c</b> </p>')
})

it('takes nothing that looks like HTML for HTML', () => {
  const pretending = JSON.parse('{"text":"<script>"}') as never
  expect(() => html`${pretending}`.text).toThrow(TypeError)
})

it('gives every text back as it was, and never a tag of it', () => {
  assert(
    property(string(), (text) => {
      const written = html`${text}`.text
      expect(written).not.toMatch(/[<>"']/u)
      expect(unescape(written)).toBe(text)
    }),
  )
})
