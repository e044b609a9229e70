import '@awesome.me/webawesome/dist/components/button/button.js'
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js'
import '@awesome.me/webawesome/dist/components/dialog/dialog.js'
import '@awesome.me/webawesome/dist/components/drawer/drawer.js'
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js'
import '@awesome.me/webawesome/dist/components/input/input.js'
import '@awesome.me/webawesome/dist/components/textarea/textarea.js'
import '@awesome.me/webawesome/dist/translations/sv.js'
import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js'
import sprite from './generated/marks.svg?url'
import './ui/keys-dialog.ts'
import './ui/loading.ts'
import './ui/save-badge.ts'
import './ui/wording-field.ts'
import './profile/contents.ts'
import './profile/delimitations-editor.ts'
import './profile/methods-dialog.ts'
import './profile/module-editor.ts'
import './profile/move-dialog.ts'
import './profile/role-editor.ts'
import './profile/suitability-editor.ts'
import './profile/take-module-dialog.ts'
import './profile/word-list-editor.ts'
import './pages/editor-page.ts'
import './pages/start-page.ts'

/** The component library's icons come from our own sprite; its default is another host. */
const SPRITE_NAMES: Record<string, string> = {
  xmark: 'x',
  'chevron-down': 'chevron-down',
  'chevron-right': 'chevron-right',
}
for (const library of ['default', 'system']) {
  registerIconLibrary(library, {
    spriteSheet: true,
    resolver: (name) => `${sprite}#${SPRITE_NAMES[name] ?? name}`,
  })
}
