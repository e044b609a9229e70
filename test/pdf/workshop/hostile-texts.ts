/** Texts that somebody may write by accident or to see what happens. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  ['one word without end', 'å'.repeat(300)],
  ['wide letters', 'W'.repeat(300)],
  ['only spaces and line breaks', ' \n \t \r\n '.repeat(30)],
  ['only what nobody can see', '\u200B\u202E\uFEFF\u00AD\u2060'.repeat(40)],
  ['text turned around', 'Berätta \u202Egnignätsretfe\u202C för personen'],
  ['HTML', '<script>alert(1)</script> &amp; <img src=x>'],
  ['emoji', 'Ger stöd 👩🏽‍🦽👨‍👩‍👧‍👦🇸🇪 varje dag'],
  ['other scripts', 'مساعد شخصي अभिवादन 个人助理 Приклад'],
  ['half a surrogate pair', 'a\uD800b\uDC00c'],
  ['signs of the file format', '(((\\)))[[]]<<>>%/ endstream endobj \\r\\n {address} {count}'],
]
