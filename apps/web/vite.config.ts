import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig, type Plugin } from 'vite'

/** In development the pages come from here, and everything else from the server behind it. */
const api = `http://127.0.0.1:${process.env['API_PORT'] ?? '3001'}`

/** Lines are WebSockets from the start (`meeting-line.ts`): the other ways that Socket.IO knows stay out of the pages. */
const webSocketsOnly: Plugin = {
  name: 'web-sockets-only',
  load: (file) =>
    /engine\.io-client\/build\/esm\/transports\/(polling-xhr|polling-fetch|webtransport)\.js$/.test(file)
      ? 'export class XHR {}\nexport class Fetch {}\nexport class WT {}'
      : null,
}

export default defineConfig({
  plugins: [
    webSocketsOnly,
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
    // What nearly every page needs comes as one file: many small ones are heavier together, and slower on a hall's Wi-Fi.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'frame', minShareCount: 12 }] } } },
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
