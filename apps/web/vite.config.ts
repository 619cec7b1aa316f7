import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { plainIcons, plainState } from './lighter.ts'

/** In development the pages come from here, and everything else from the server behind it. */
const api = `http://127.0.0.1:${process.env['API_PORT'] ?? '3001'}`

/**
 * Pieces that are fetched together: many small ones are heavier, and slower on a hall's Wi-Fi. The first group that a module
 * belongs to has it, with all that it leads to: what every page needs, what the pages of an evening share, what polls look
 * like; then what many pages need, but for the texts, which come in one language. SvelteKit's list of all pages (`app.js`)
 * stays out of what is shared: from a piece that leads to every page it cannot tell which styles a page begins with.
 */
const pieces = [
  {
    name: 'frame',
    test: /kit\/src\/runtime\/client\/client\.js|src\/routes\/\+(layout|error)|domain\/src\/result\.ts/,
  },
  // Who may do what: asked by pages that show the doors to others, and by none of an evening.
  { name: 'rights', test: /domain\/src\/rights\.ts/ },
  {
    name: 'hall',
    test: /lib\/meetings\/now\/|companion\/(CompanionBlock|HallCodeForm|SendingNote)|ui\/src\/meeting\/(SpeakerRow|TimerFace)|icons\/x\.|speaker-queue|queue-steps|meeting\/spell|books\/fetch-answer|meeting\/meeting\.ts/,
  },
  {
    name: 'poll',
    test: /ui\/src\/meeting\/PollResult|domain\/src\/(poll\/(ballot|poll-plan)|public-name)|icons\/(plus|check|arrow-(up|down))\./,
  },
  { name: 'common', test: /^(?!.*\/i18n\/src\/(nl|en)\/)/, minShareCount: 12 },
  // What is said in an evening: one file for each language.
  { name: 'evening-nl', test: /\/i18n\/src\/nl\/(companion|hall|taking-part|voting)\.ts$/ },
  { name: 'evening-en', test: /\/i18n\/src\/en\/(companion|hall|taking-part|voting)\.ts$/ },
]

export default defineConfig({
  plugins: [
    plainIcons,
    plainState,
    sveltekit({
      adapter: adapter({ precompress: true }),
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style that SvelteKit itself puts on an element: the place where it says the name of a new page.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          // The lines of a page too: a WebSocket of the same host counts as our own.
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  build: {
    // A page that comes first says itself what it needs; a list of it for every other page is heavier than what it saves later.
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: { groups: pieces } } },
  },
  server: {
    host: '127.0.0.1',
    // The host stays the page's own, or the server would see a page of another site.
    proxy: {
      '/api': { target: api, changeOrigin: false },
      '/login': { target: api, changeOrigin: false },
      '/logout': { target: api, changeOrigin: false },
      '/socket.io': { target: api, changeOrigin: false, ws: true },
      '/collab': { target: api, changeOrigin: false, ws: true },
    },
  },
})
