import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { noteLicences } from './resources/note-licences.ts'
import { developmentPolicy } from './electron/pages/content-security-policy.ts'

const root = import.meta.dirname
/** Everything is bundled but the one package with a native binary: what is not in the bundle must be shipped. */
const external = ['better-sqlite3']

/** Pages stand at addresses of more than one part (/ledger/months); electron-vite alone would look for the files beside them. */
const addressesFromRoot: Plugin = { name: 'addresses-from-root', enforce: 'post', config: () => ({ base: '/' }) }

export default defineConfig({
  main: {
    plugins: [noteLicences(root, external)],
    build: {
      outDir: 'out/main',
      target: 'node24',
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: {
          main: resolve(root, 'electron/main/main.ts'),
          backend: resolve(root, 'electron/backend/process.ts'),
          'browser-host': resolve(root, 'electron/browser-host/server.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [noteLicences(root, external)],
    build: {
      outDir: 'out/preload',
      minify: true,
      // A sandboxed preload can neither be an ES module nor require packages.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [
      react(),
      addressesFromRoot,
      optimizeLocales.vite({ locales: ['de-DE', 'en-US'] }),
      noteLicences(root, external),
    ],
    server: { headers: { 'Content-Security-Policy': developmentPolicy } },
    build: {
      outDir: resolve(root, 'out/renderer'),
      minify: true,
      // Inlined files would be `data:` addresses, which the content security policy blocks.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
})
